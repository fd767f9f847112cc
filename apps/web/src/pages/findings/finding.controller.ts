import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { FindingsQuery } from '@lib/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { findingView } from './finding.view.js';

/** One finding, with everything that followed from it. */
@Controller('partnerships/:partnership/findings/:findingId')
export class FindingController {
  constructor(private readonly findings: FindingsQuery) {}

  @Get()
  @Access('duties.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('findingId') findingId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const known = await this.findings.run(actor, id, findingId, day.asAt);
    const [finding] = known.findings;
    if (!finding) throw notFound('finding');
    const view = findingView(finding, known, day, pathsOf(slug, day.asAt), { actor, partnershipId: id });
    return datedPage('pages/findings/finding.njk', view, day, {
      nowHref: pathsOf(slug).assuranceFinding(finding.id),
    });
  }
}
