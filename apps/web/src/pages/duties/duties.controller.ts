import { may } from '@lib/access';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DutiesQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { dutyCalendar } from './duty-calendar.js';
import { bearersOf, dutiesView, HORIZONS } from './duties.view.js';

/** What the law asks of a partnership, and by when. */
@Controller('partnerships/:partnership/duties')
export class DutiesController {
  constructor(
    private readonly duties: DutiesQuery,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('duties.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
    @Query('days') days: unknown,
    @Query('who') asked: unknown,
  ) {
    const known = await this.duties.run(actor, id, day.asAt);
    const horizon = HORIZONS.find((one) => String(one) === days) ?? 90;
    const who = bearersOf(known).find((one) => one === asked) ?? null;
    const paths = pathsOf(slug, day.asAt);
    const view = {
      ...dutiesView(known, day.today, { horizon, who }, paths),
      asAtDay: day.asAt,
      findingsHref: paths.findings(),
      workpapersHref: may(actor, 'workpapers.keep', { partnershipId: id }) ? paths.workpapers() : null,
    };
    return datedPage('pages/duties/duties.njk', view, day, { nowHref: pathsOf(slug).duties(horizon, who) });
  }

  /** The last days of the coming year, for a calendar. */
  @Get('calendar.ics')
  @Access('duties.view')
  async calendar(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug, name }: Partnership) {
    return dutyCalendar(await this.duties.run(actor, id), { slug, name }, this.clock.now());
  }
}
