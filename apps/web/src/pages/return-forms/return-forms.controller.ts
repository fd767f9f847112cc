import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { ReturnFormsQuery } from '@lib/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { pathsOf } from '../../http/paths.js';
import { returnFormsView } from './return-forms.view.js';

/** The assignment matrix: which form asks which measure of whom, version by version. */
@Controller('partnerships/:partnership/return-forms')
export class ReturnFormsController {
  constructor(private readonly returnForms: ReturnFormsQuery) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const matrix = await this.returnForms.run(actor, id, day.asAt);
    // Nothing is changed in the past.
    const mayEdit = day.asAt === null && may(actor, 'plans.edit', { partnershipId: id });
    const paths = pathsOf(slug, day.asAt);
    return datedPage('pages/return-forms/return-forms.njk', returnFormsView(matrix, paths, mayEdit), day, {
      nowHref: pathsOf(slug).returnForms(),
    });
  }
}
