import { RequestEvidence } from '@lib/assurance';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import { obligationIn } from './duty-choices.js';
import { RequestEvidenceForm } from './evidence.form.js';
import { evidenceFormPage, itemChoices } from './evidence-form-page.js';

/** Asking an authority for evidence, by a day. */
@Controller('partnerships/:partnership/evidence/request')
export class RequestEvidenceController {
  constructor(
    private readonly evidence: EvidenceQuery,
    private readonly requestEvidence: RequestEvidence,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('evidence.request')
  ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query('duty') duty: unknown,
  ) {
    const form = new RequestEvidenceForm();
    if (typeof duty === 'string') form.duties = [duty];
    return this.page(actor, partnership, form);
  }

  @Post()
  @Access('evidence.request')
  async request(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(RequestEvidenceForm, body);
    if (errors) return this.page(actor, partnership, form, errors);
    const day = readDay(form.dueOn, 'dueOn', 'The last day');
    if ('error' in day) return this.page(actor, partnership, form, [day.error]);
    const { title, marking, duties, askedFor } = form;
    try {
      const id = await this.requestEvidence.execute(
        actor,
        {
          ...{ partnershipId: partnership.id, title, marking, authorityId: form.authority || null },
          ...{ obligations: duties.map(obligationIn), askedFor, dueOn: day.date },
        },
        once,
      );
      return new SeeOther(pathsOf(partnership.slug).evidenceItem(id), 'The evidence is asked for.');
    } catch (error) {
      return this.page(actor, partnership, form, besideItsBox(error, { 'assurance.request-day': 'dueOn' }));
    }
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    form: RequestEvidenceForm,
    errors: readonly PageError[] = [],
  ) {
    const known = await this.evidence.run(actor, id);
    const reader = { actor, partnershipId: id };
    const paths = pathsOf(slug);
    return evidenceFormPage(
      {
        ...{ template: 'request', title: 'Ask for evidence', formAction: paths.evidenceRequest() },
        ...{ backHref: paths.evidence(), form, errors },
      },
      itemChoices(known, 'evidence.request', reader, this.clock.today(), form.duties),
    );
  }
}
