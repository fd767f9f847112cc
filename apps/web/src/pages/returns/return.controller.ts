import { may } from '@lib/access';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReturnSheetQuery, ReturnsListQuery, type SheetState } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { returnView } from './return.view.js';
import { lockOfSheet } from './sheet-lock.js';
import { listedReturnView, owedView } from './returns-list.view.js';

const RETURNS_ON_A_PAGE = 50;
const OPEN: readonly SheetState[] = ['returned', 'draft', 'submitted'];
const DONE: readonly SheetState[] = ['approved', 'accepted'];

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
    const permission = 'returns.edit';
    const open = await this.list.run(actor, id, {
      permission,
      states: OPEN,
      order: 'soonest-due',
      limit: 100,
    });
    const done = await this.list.run(actor, id, { permission, states: DONE, order: 'newest', limit: 12 });
    return new Page('pages/returns/owed.njk', {
      pageTitle: 'Your returns',
      allHref: pathsOf(slug).allReturns(),
      ...owedView(open, done, this.clock.today(), pathsOf(slug)),
    });
  }

  /** Every return the asker may see, newest first. */
  @Get('all-returns')
  @Access('returns.view')
  async all(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query('page') page?: string,
  ) {
    const pageNumber = /^[1-9]\d{0,3}$/.test(page ?? '') ? Number(page) : 1;
    const returns = await this.list.run(actor, id, {
      permission: 'returns.view',
      states: [...OPEN, ...DONE],
      order: 'newest',
      limit: RETURNS_ON_A_PAGE + 1,
      offset: (pageNumber - 1) * RETURNS_ON_A_PAGE,
    });
    return new Page('pages/returns/all.njk', {
      pageTitle: pageNumber === 1 ? 'All returns' : `All returns, page ${pageNumber}`,
      canAccept: may(actor, 'returns.accept', { partnershipId: id }),
      all: returns
        .slice(0, RETURNS_ON_A_PAGE)
        .map((one) => listedReturnView(one, this.clock.today(), pathsOf(slug))),
      newerHref: pageNumber > 1 ? pathsOf(slug).allReturns(pageNumber - 1) : null,
      olderHref: returns.length > RETURNS_ON_A_PAGE ? pathsOf(slug).allReturns(pageNumber + 1) : null,
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
    const lock = lockOfSheet(sheet, this.clock.today());
    const scope = { partnershipId, authorityId: sheet.authorityId };
    return new Page('pages/returns/return.njk', {
      ...returnView(sheet, this.clock.today(), paths),
      csvHref: paths.returnCsv(returnId),
      editHref: !lock && may(actor, 'returns.edit', scope) ? paths.figures(returnId) : null,
      restateHref:
        sheet.state === 'accepted' && !sheet.restatedById && may(actor, 'returns.edit', scope)
          ? paths.restatement(returnId)
          : null,
      decideHref:
        sheet.state === 'submitted' && may(actor, 'returns.approve', scope) ? paths.decision(returnId) : null,
      acceptHref:
        sheet.state === 'approved' && may(actor, 'returns.accept', scope) ? paths.acceptance(returnId) : null,
      contentSha256: sheet.decisions.findLast(({ leadsTo }) => leadsTo === 'submitted')?.contentSha256,
    });
  }
}
