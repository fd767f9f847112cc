import { may } from '@lib/access';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReturnSheetQuery, ReturnsListQuery, type SheetState } from '@lib/reporting';
import { isOpen } from '@lib/returns';
import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { returnView } from './return.view.js';
import { returnsListView } from './returns-list.view.js';

const MOST_LISTED = 200;
const EVERY_STATE: readonly SheetState[] = ['returned', 'draft', 'submitted', 'approved', 'accepted'];

@Controller('partnerships/:partnership')
export class ReturnController {
  constructor(
    private readonly sheets: ReturnSheetQuery,
    private readonly list: ReturnsListQuery,
    private readonly clock: Clock,
  ) {}

  /** What an officer owes: what came back first, then drafts, then what waits for somebody else. */
  @Get('returns')
  @Access('returns.edit')
  async owed(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const returns = await this.list.run(actor, id, {
      permission: 'returns.edit',
      states: EVERY_STATE,
      limit: MOST_LISTED,
    });
    return new Page('pages/returns/owed.njk', {
      pageTitle: 'Your returns',
      ...returnsListView(returns, this.clock.today(), pathsOf(slug)),
    });
  }

  /** Every return the asker may see. */
  @Get('all-returns')
  @Access('returns.view')
  async all(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const returns = await this.list.run(actor, id, {
      permission: 'returns.view',
      states: EVERY_STATE,
      limit: MOST_LISTED,
    });
    return new Page('pages/returns/all.njk', {
      pageTitle: 'All returns',
      canAccept: may(actor, 'returns.accept', { partnershipId: id }),
      ...returnsListView(returns, this.clock.today(), pathsOf(slug)),
    });
  }

  @Get('returns/:returnId')
  @Access('returns.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id: partnershipId, slug }: Partnership,
    @Param('returnId') returnId: string,
  ) {
    const paths = pathsOf(slug);
    const sheet = await this.sheets.run(actor, partnershipId, returnId);
    const scope = { partnershipId, authorityId: sheet.authorityId };
    return new Page('pages/returns/return.njk', {
      ...returnView(sheet, this.clock.today(), paths),
      editHref: isOpen(sheet.state) && may(actor, 'returns.edit', scope) ? paths.figures(returnId) : null,
      decideHref:
        sheet.state === 'submitted' && may(actor, 'returns.approve', scope) ? paths.decision(returnId) : null,
      acceptHref:
        sheet.state === 'approved' && may(actor, 'returns.accept', scope) ? paths.acceptance(returnId) : null,
      contentSha256: sheet.decisions.findLast(({ leadsTo }) => leadsTo === 'submitted')?.contentSha256,
    });
  }
}
