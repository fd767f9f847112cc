import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { DefinitionSheetQuery } from '@lib/reporting';
import { Controller, Get, Param } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
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
  ) {
    const sheets = await this.definitions.run(actor, id, measureSlug);
    const mayEdit = may(actor, 'plans.edit', { partnershipId: id });
    return new Page('pages/measures/definition.njk', definitionView(sheets, pathsOf(slug), { mayEdit }));
  }
}
