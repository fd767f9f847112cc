import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { type ComparedSpan, PublishedComparisonQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { comparatorsView } from './comparators.view.js';

/** A measure beside other areas: rates with their ranges, and whether it changed more than elsewhere. */
@Controller('partnerships/:partnership/measures/:measure/comparators')
export class ComparatorsController {
  constructor(private readonly comparisons: PublishedComparisonQuery) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const span: ComparedSpan = query['span'] === 'quarter' ? 'quarter' : 'twelve-months';
    const group = typeof query['group'] === 'string' && query['group'] !== '' ? query['group'] : null;
    const widened = query['limits'] === 'widened';
    const comparison = await this.comparisons.run(actor, id, {
      ...{ slug: measureSlug, group, span, on: day.today, asAtEndOf: day.asAt },
    });
    const view = comparatorsView(comparison, pathsOf(slug, day.asAt), { span, widened, asAt: day.asAt });
    const wanted = new URLSearchParams({
      ...(group && { group }),
      ...(span === 'quarter' && { span }),
      ...(widened && { limits: 'widened' }),
    });
    return datedPage('pages/measures/comparators.njk', view, day, {
      nowHref: pathsOf(slug).comparators(measureSlug, wanted.toString()),
    });
  }
}
