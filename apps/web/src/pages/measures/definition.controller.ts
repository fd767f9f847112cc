import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DefinitionSheetQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { definitionView } from './definition.view.js';

/** How a measure is counted. */
@Controller('partnerships/:partnership/measures/:measure/definition')
export class DefinitionController {
  constructor(private readonly definitions: DefinitionSheetQuery) {}

  @Get()
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('measure') measureSlug: string,
    @Query(AS_AT, ReadPageDay) { today, asAt }: PageDay,
  ) {
    const sheets = await this.definitions.run(actor, id, measureSlug, asAt);
    const mayEdit = asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    const view = definitionView(sheets, pathsOf(slug, asAt), { mayEdit });
    const nowHref = pathsOf(slug).definition(measureSlug);
    return datedPage('pages/measures/definition.njk', view, { today, asAt }, { nowHref });
  }
}
