import { type Actor, addDays, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DutiesQuery } from '@lib/reporting';
import { calendarFile, fallingDue } from '@lib/statutory';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { allObligations, fallsDueByItself } from '../../assurance/duty-occurrences.js';
import { aboutWords, bearerName } from '../../assurance/duty-words.js';
import { dutiesView, HORIZONS } from './duties.view.js';

const DAYS_IN_CALENDAR = 365;

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
  ) {
    const known = await this.duties.run(actor, id, day.asAt);
    const horizon = HORIZONS.find((one) => String(one) === days) ?? 90;
    const view = dutiesView(known, day.today, horizon, pathsOf(slug, day.asAt));
    return datedPage('pages/duties/duties.njk', view, day, { nowHref: pathsOf(slug).duties(horizon) });
  }

  /** The last days of the coming year, for a calendar. */
  @Get('calendar.ics')
  @Access('duties.view')
  async calendar(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug, name }: Partnership) {
    const known = await this.duties.run(actor, id);
    const obligations = allObligations(known).filter(({ duty }) => fallsDueByItself(duty));
    const today = this.clock.today();
    const due = fallingDue(obligations, known.records, today, DAYS_IN_CALENDAR);
    const entries = due.map((occurrence) => {
      const { duty, bearer } = occurrence.obligation;
      return {
        uid: `${occurrence.key.replaceAll('/', '.')}.${slug}@duties`,
        on: occurrence.dueOn!,
        summary: `${duty.reference}: ${bearerName(bearer, known)}`,
        description: `${duty.wording} ${duty.act.title}, ${duty.provision}. ${aboutWords(occurrence)}.`,
      };
    });
    const file = calendarFile(`Statutory duties, ${name}`, entries, this.clock.now());
    return new StreamableFile(Buffer.from(file, 'utf8'), {
      type: 'text/calendar; charset=utf-8',
      disposition: `attachment; filename="duties-until-${addDays(today, DAYS_IN_CALENDAR)}.ics"`,
    });
  }
}
