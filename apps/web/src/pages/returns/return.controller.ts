import { may, type Permission } from '@lib/access';
import { type Actor, Clock, type Id } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ReturnSheet, ReturnSheetQuery, ReturnsListQuery, type SheetState } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { Page } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { returnView } from './return.view.js';
import { isKept, notKeptOf } from './kept.js';
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
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const paths = pathsOf(slug, day.asAt);
    const sheet = await this.sheets.run(actor, partnershipId, returnId, day.asAt);
    const view = {
      ...returnView(sheet, day.today, paths, day.asAt === null ? undefined : 'Not kept'),
      ...(day.asAt === null && this.actionsOn(actor, partnershipId, sheet, paths)),
      historyHref: may(actor, 'audit-trail.view', { partnershipId })
        ? paths.auditTrail({ about: returnId })
        : null,
      csvHref: isKept(sheet, day.asAt) ? paths.returnCsv(returnId) : null,
      contentSha256: sheet.decisions.findLast(({ leadsTo }) => leadsTo === 'submitted')?.contentSha256,
    };
    return datedPage('pages/returns/return.njk', view, day, {
      nowHref: pathsOf(slug).return(returnId),
      notKept: notKeptOf(sheet),
    });
  }

  /** Where the asker can do something about a return; nothing is done about one in the past. */
  private actionsOn(actor: Actor, partnershipId: Id, sheet: ReturnSheet, paths: Paths) {
    const { id, authorityId, state, restatedById } = sheet;
    const mayHere = (permission: Permission) => may(actor, permission, { partnershipId, authorityId });
    return {
      editHref: !lockOfSheet(sheet, this.clock.today()) && mayHere('returns.edit') ? paths.figures(id) : null,
      restateHref:
        state === 'accepted' && !restatedById && mayHere('returns.edit') ? paths.restatement(id) : null,
      decideHref: state === 'submitted' && mayHere('returns.approve') ? paths.decision(id) : null,
      acceptHref: state === 'approved' && mayHere('returns.accept') ? paths.acceptance(id) : null,
    };
  }
}
