import { may } from '@lib/access';
import { type Actor, Clock, FinancialQuarter } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { QuartersQuery } from '@lib/reporting';
import { Controller, Get } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { quartersView } from './quarters.view.js';

/** Quarters that are shown at once: five years. */
const SHOWN = 20;

/** The quarters of a partnership, with their dates and who was in time. */
@Controller('partnerships/:partnership/quarters')
export class QuartersController {
  constructor(
    private readonly quarters: QuartersQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.view')
  async list(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const mayManage = may(actor, 'returns.open-quarter', { partnershipId: id });
    const quarters = await this.quarters.run(actor, id, SHOWN);
    const newest = quarters[0]?.quarter ?? FinancialQuarter.containing(this.clock.today()).previous;
    return new Page('pages/quarters/quarters.njk', {
      ...quartersView(quarters, this.clock.today(), pathsOf(slug), mayManage),
      next: mayManage
        ? {
            name: newest.next.name,
            href: pathsOf(slug).periodDates(newest.next.slug),
            checksHref: pathsOf(slug).crossChecks(),
          }
        : null,
    });
  }
}
