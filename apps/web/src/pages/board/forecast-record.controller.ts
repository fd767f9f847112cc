import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ForecastRecordQuery } from '@lib/reporting';
import { Controller, Get } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { forecastRecordView } from './forecast-record.view.js';

/** Whether what was said to be likely came true as often as that. */
@Controller('partnerships/:partnership/forecast-record')
export class ForecastRecordController {
  constructor(private readonly record: ForecastRecordQuery) {}

  @Get()
  @Access('performance.view')
  async show(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const settled = await this.record.run(actor, id);
    return new Page('pages/board/forecast-record.njk', forecastRecordView(settled, pathsOf(slug)));
  }
}
