import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { MeasureChoicesQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { catalogueView } from './catalogue.view.js';

/** The measures that are thought through already, and which of them the partnership uses. */
@Controller('partnerships/:partnership/measures/catalogue')
export class CatalogueController {
  constructor(private readonly choices: MeasureChoicesQuery) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query('group') group: unknown,
  ) {
    const inUse = await this.choices.fromCatalogue(actor, id);
    const mayAdd = may(actor, 'plans.edit', { partnershipId: id });
    return new Page('pages/measures/catalogue.njk', catalogueView(inUse, pathsOf(slug), { group, mayAdd }));
  }
}
