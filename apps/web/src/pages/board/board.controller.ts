import { type Actor, Clock, notFound, readFinancialYear } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { BoardQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { boardView } from './board.view.js';

@Controller('partnerships/:partnership/board')
export class BoardController {
  constructor(
    private readonly board: BoardQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query('year') yearSlug?: string,
  ) {
    const wantedYear = yearSlug === undefined ? null : readFinancialYear(String(yearSlug));
    if (yearSlug !== undefined && wantedYear === null) throw notFound('year');
    const board = await this.board.run(actor, id, wantedYear, this.clock.today());
    if (!board) return new Page('pages/board/no-results.njk', { pageTitle: 'Board' });
    return new Page('pages/board/board.njk', boardView(board, pathsOf(slug)));
  }
}
