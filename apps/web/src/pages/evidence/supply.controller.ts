import { SupplyEvidence } from '@lib/assurance';
import { type Actor, Clock } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox } from '../../http/form-days.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import type { SentEvidence } from '../../http/evidence-gate.js';
import { SentEvidenceFile } from '../../http/upload.js';
import { obligationIn } from './duty-choices.js';
import { SupplyEvidenceForm } from './evidence.form.js';
import { evidenceFormPage, itemChoices } from './evidence-form-page.js';
import { readVersion, VERSION_BOXES } from './read-version.js';

/** Supplying evidence that nobody asked for. */
@Controller('partnerships/:partnership/evidence/new')
export class SupplyController {
  constructor(
    private readonly evidence: EvidenceQuery,
    private readonly supplyEvidence: SupplyEvidence,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('evidence.supply')
  ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Query('duty') duty: unknown,
  ) {
    const form = new SupplyEvidenceForm();
    if (typeof duty === 'string') form.duties = [duty];
    return this.page(actor, partnership, form);
  }

  @Post()
  @Access('evidence.supply')
  async supply(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @SentEvidenceFile() sent: SentEvidence,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(SupplyEvidenceForm, body);
    const read = readVersion(form, sent);
    if (errors || 'errors' in read)
      return this.page(actor, partnership, form, [...(errors ?? []), ...notSaidYet(read, errors)]);
    const { title, marking, duties } = form;
    try {
      const id = await this.supplyEvidence.execute(
        actor,
        {
          ...{ partnershipId: partnership.id, title, marking, authorityId: form.authority || null },
          ...{ obligations: duties.map(obligationIn), version: read.version },
        },
        once,
      );
      return new SeeOther(pathsOf(partnership.slug).evidenceItem(id), 'The evidence is supplied.');
    } catch (error) {
      return this.page(actor, partnership, form, besideItsBox(error, VERSION_BOXES));
    }
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    form: SupplyEvidenceForm,
    errors: readonly PageError[] = [],
  ) {
    const known = await this.evidence.run(actor, id);
    const reader = { actor, partnershipId: id };
    const paths = pathsOf(slug);
    return evidenceFormPage(
      {
        ...{ template: 'supply', title: 'Supply evidence', formAction: paths.newEvidence() },
        ...{ backHref: paths.evidence(), form, errors },
      },
      itemChoices(known, 'evidence.supply', reader, this.clock.today(), form.duties),
    );
  }
}

/** Of a box that is empty, one sentence is enough. */
function notSaidYet(
  read: ReturnType<typeof readVersion>,
  said: readonly PageError[] | null,
): readonly PageError[] {
  if (!('errors' in read)) return [];
  return read.errors.filter(({ href }) => !said?.some((one) => one.href === href));
}
