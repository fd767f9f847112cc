import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { OccurrenceQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { keyIn, type OccurrenceAddress } from './occurrence-key.js';
import { occurrenceView } from './occurrence.view.js';

/** One time that a duty falls due from one bearer: the work on it, the evidence, what was found. */
@Controller('partnerships/:partnership/duties/:reference/:bearer/:slug')
export class OccurrenceController {
  constructor(private readonly occurrences: OccurrenceQuery) {}

  @Get()
  @Access('duties.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param() address: OccurrenceAddress,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const key = keyIn(address);
    const shown = await this.occurrences.run(actor, id, key, day.asAt);
    const view = occurrenceView(shown, day, pathsOf(slug, day.asAt), { actor, partnershipId: id });
    return datedPage('pages/duties/occurrence.njk', view, day, { nowHref: pathsOf(slug).occurrence(key) });
  }
}
