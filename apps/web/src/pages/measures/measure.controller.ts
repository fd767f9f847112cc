import { may, type Permission } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { MeasureQuery, PublishedMeasureQuery } from '@lib/reporting';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { measureCsv } from './measure-csv.js';
import { measureView } from './measure.view.js';

@Controller('partnerships/:partnership/measures/:measure')
export class MeasureController {
  constructor(
    private readonly measures: MeasureQuery,
    private readonly published: PublishedMeasureQuery,
  ) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug, day.asAt);
    const published = await this.published.revisions(actor, id, measureSlug, day.asAt);
    // Nothing is changed in the past.
    const mayHere = (permission: Permission) =>
      day.asAt === null && may(actor, permission, { partnershipId: id });
    return datedPage(
      'pages/measures/measure.njk',
      measureView(measure, pathsOf(slug, day.asAt), {
        rights: {
          mayEditPlan: mayHere('plans.edit'),
          mayDeclare: mayHere('performance.declare'),
          mayReadTrail: may(actor, 'audit-trail.view', { partnershipId: id }),
        },
        today: day.today,
        published,
      }),
      day,
      { nowHref: pathsOf(slug).measure(measureSlug) },
    );
  }

  @Get('figures.csv')
  @Access('performance.view')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async download(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id }: Partnership,
    @Param('measure') measureSlug: string,
    @Query(AS_AT, ReadPageDay) { asAt }: PageDay,
  ) {
    const measure = await this.measures.run(actor, id, measureSlug, asAt);
    return new StreamableFile(Buffer.from(measureCsv(measure), 'utf8'), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${measure.slug}${asAt ? `-as-at-${asAt}` : ''}.csv"`,
    });
  }
}
