import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { PublishedMeasureQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { publishedMeasureView } from './published-measure.view.js';

/** What was returned of a measure beside what is published of it. */
@Controller('partnerships/:partnership/measures/:measure/published')
export class PublishedMeasureController {
  constructor(private readonly measures: PublishedMeasureQuery) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug, day.asAt);
    const mayEdit = day.asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    return datedPage(
      'pages/measures/published-measure.njk',
      publishedMeasureView(measure, pathsOf(slug, day.asAt), mayEdit),
      day,
      { nowHref: pathsOf(slug).publishedMeasure(measureSlug) },
    );
  }
}
