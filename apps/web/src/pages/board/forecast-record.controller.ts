import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ForecastRecordQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { forecastRecordView } from './forecast-record.view.js';

/** Whether what was said to be likely came true as often as that. */
@Controller('partnerships/:partnership/forecast-record')
export class ForecastRecordController {
  constructor(private readonly record: ForecastRecordQuery) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const view = forecastRecordView(await this.record.run(actor, id, day.asAt), pathsOf(slug, day.asAt));
    return datedPage('pages/board/forecast-record.njk', view, day, {
      nowHref: pathsOf(slug).forecastRecord(),
    });
  }
}
