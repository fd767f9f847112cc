import { may } from '@lib/access';
import { type Actor, FinancialQuarter } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { QuartersQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { quartersView } from './quarters.view.js';

/** Quarters that are shown at once: five years. */
const SHOWN = 20;

/** The quarters of a partnership, with their dates and who was in time. */
@Controller('partnerships/:partnership/quarters')
export class QuartersController {
  constructor(private readonly quarters: QuartersQuery) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    // Nothing is changed in the past.
    const mayManage = day.asAt === null && may(actor, 'returns.open-quarter', { partnershipId: id });
    const quarters = await this.quarters.run(actor, id, SHOWN, day.asAt);
    const newest = quarters[0]?.quarter ?? FinancialQuarter.containing(day.today).previous;
    const view = {
      ...quartersView(quarters, day.today, pathsOf(slug), mayManage),
      overTimeHref: pathsOf(slug, day.asAt).returnsOverTime(),
      formsHref: pathsOf(slug, day.asAt).returnForms(),
      next: mayManage
        ? {
            name: newest.next.name,
            href: pathsOf(slug).periodDates(newest.next.slug),
            checksHref: pathsOf(slug).crossChecks(),
          }
        : null,
    };
    return datedPage('pages/quarters/quarters.njk', view, day, { nowHref: pathsOf(slug).quarters() });
  }
}
