import { LinkEvidence } from '@lib/assurance';
import { type Actor, Clock, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { titleFor } from '../../assurance/evidence-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { dutyChoices, obligationIn, valueOf } from './duty-choices.js';
import { EvidenceDutiesForm } from './evidence.form.js';
import { evidenceFormPage } from './evidence-form-page.js';

/** Which duties a piece of evidence is about: one may be about many. */
@Controller('partnerships/:partnership/evidence/:evidenceId/duties')
export class EvidenceDutiesController {
  constructor(
    private readonly evidence: EvidenceQuery,
    private readonly linkEvidence: LinkEvidence,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('evidence.supply')
  ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('evidenceId') evidenceId: string,
  ) {
    return this.page(actor, partnership, evidenceId, null);
  }

  @Post()
  @Access('evidence.supply')
  async link(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('evidenceId') evidenceId: string,
    @Body() body: unknown,
  ) {
    const { form, errors } = readForm(EvidenceDutiesForm, body);
    if (errors) return this.page(actor, partnership, evidenceId, form, errors);
    const obligations = form.duties.map(obligationIn);
    await this.linkEvidence.execute(actor, { partnershipId: partnership.id, evidenceId, obligations });
    return new SeeOther(pathsOf(partnership.slug).evidenceItem(evidenceId), 'The duties are changed.');
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    evidenceId: string,
    sent: EvidenceDutiesForm | null,
    errors: readonly PageError[] = [],
  ) {
    const { known, evidence } = await this.evidence.run(actor, id, evidenceId);
    const [item] = evidence;
    if (!item) throw notFound('evidence');
    const duties = sent?.duties ?? item.obligations.map(valueOf);
    const paths = pathsOf(slug);
    return evidenceFormPage(
      {
        ...{ template: 'duties', title: 'The duties it is about', formAction: paths.evidenceDuties(item.id) },
        ...{ backHref: paths.evidenceItem(item.id), form: { duties }, errors },
      },
      { item: titleFor(actor, id, item), acts: dutyChoices(known, this.clock.today(), duties) },
    );
  }
}
