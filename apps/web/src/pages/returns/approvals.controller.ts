import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReturnsListQuery } from '@lib/reporting';
import { Controller, Get } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { approvalsView } from './approvals.view.js';

@Controller('partnerships/:partnership/approvals')
export class ApprovalsController {
  constructor(
    private readonly list: ReturnsListQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('returns.approve')
  async queue(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const returns = await this.list.run(actor, id, {
      permission: 'returns.approve',
      states: ['submitted'],
      order: 'soonest-due',
      limit: 200,
    });
    return new Page('pages/returns/approvals.njk', approvalsView(returns, this.clock.today(), pathsOf(slug)));
  }
}
