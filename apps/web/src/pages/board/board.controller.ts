import { type Actor, financialYearSlug, notFound, readFinancialYear } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { BoardQuery, ChangesSinceQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { boardView } from './board.view.js';

@Controller('partnerships/:partnership/board')
export class BoardController {
  constructor(
    private readonly board: BoardQuery,
    private readonly changes: ChangesSinceQuery,
  ) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query('year') yearSlug: string | undefined,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const wantedYear = yearSlug === undefined ? null : readFinancialYear(String(yearSlug));
    if (yearSlug !== undefined && wantedYear === null) throw notFound('year');
    const nowHref = pathsOf(slug).board(wantedYear === null ? undefined : financialYearSlug(wantedYear));
    const board = await this.board.run(actor, id, wantedYear, day.today, day.asAt);
    if (!board) return datedPage('pages/board/no-results.njk', { pageTitle: 'Board' }, day, { nowHref });
    const changes = await this.changes.run(actor, id, { since: null, ...day });
    const view = boardView(board, changes, pathsOf(slug, day.asAt));
    return datedPage('pages/board/board.njk', view, day, { nowHref });
  }
}
