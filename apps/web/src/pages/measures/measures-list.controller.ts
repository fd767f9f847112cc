import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { MeasuresListQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { measuresListView } from './measures-list.view.js';

/** Everything that a partnership tracks. */
@Controller('partnerships/:partnership/measures')
export class MeasuresListController {
  constructor(private readonly measures: MeasuresListQuery) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const priorities = await this.measures.run(actor, id, day.asAt);
    // Nothing is changed in the past.
    const mayAdd = day.asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    const view = measuresListView(priorities, pathsOf(slug, day.asAt), { today: day.today, mayAdd });
    return datedPage('pages/measures/measures-list.njk', view, day, { nowHref: pathsOf(slug).measures() });
  }
}
