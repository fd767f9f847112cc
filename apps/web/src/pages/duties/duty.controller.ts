import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DutiesQuery } from '@lib/reporting';
import { DUTIES } from '@lib/statutory';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { dutyView } from './duty.view.js';

/** One duty, with each time that it fell due. */
@Controller('partnerships/:partnership/duties/:reference')
export class DutyController {
  constructor(private readonly duties: DutiesQuery) {}

  @Get()
  @Access('duties.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('reference') reference: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const duty = DUTIES.find((one) => one.reference === reference);
    if (!duty) throw notFound('duty');
    const known = await this.duties.run(actor, id, day.asAt);
    const view = dutyView(duty, known, day.today, pathsOf(slug, day.asAt));
    return datedPage('pages/duties/duty.njk', view, day, { nowHref: pathsOf(slug).duty(reference) });
  }
}
