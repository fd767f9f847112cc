import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReturnsOverTimeQuery } from '@lib/reporting';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { returnsOverTimeCsv, returnsOverTimeView } from './returns-over-time.view.js';

/** Quarters that are shown at once: three years. */
const SHOWN = 12;

/** What each authority was asked for, quarter by quarter, and whether it came in time and in full. */
@Controller('partnerships/:partnership')
export class ReturnsOverTimeController {
  constructor(private readonly returns: ReturnsOverTimeQuery) {}

  @Get('returns-over-time')
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const rows = await this.returns.run(actor, id, SHOWN, day.asAt);
    const view = returnsOverTimeView(rows, day.today, pathsOf(slug, day.asAt));
    return datedPage('pages/quarters/returns-over-time.njk', view, day, {
      nowHref: pathsOf(slug).returnsOverTime(),
    });
  }

  @Get('returns-over-time.csv')
  @Access('performance.view')
  async download(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const csv = returnsOverTimeCsv(await this.returns.run(actor, id, SHOWN, day.asAt), day.today);
    return new StreamableFile(Buffer.from(csv, 'utf8'), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="returns-over-time${day.asAt ? `-as-at-${day.asAt}` : ''}.csv"`,
    });
  }
}
