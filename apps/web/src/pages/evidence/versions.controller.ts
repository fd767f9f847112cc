import { SupplyEvidenceVersion } from '@lib/assurance';
import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { titleFor } from '../../assurance/evidence-words.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { besideItsBox } from '../../http/form-days.js';
import { SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import type { SentEvidence } from '../../http/evidence-gate.js';
import { SentEvidenceFile } from '../../http/upload.js';
import { EvidenceVersionForm } from './evidence.form.js';
import { evidenceFormPage } from './evidence-form-page.js';
import { readVersion, VERSION_BOXES } from './read-version.js';

/** Another version of evidence, or the first one of what was asked for. */
@Controller('partnerships/:partnership/evidence/:evidenceId/versions')
export class EvidenceVersionsController {
  constructor(
    private readonly evidence: EvidenceQuery,
    private readonly supplyVersion: SupplyEvidenceVersion,
  ) {}

  @Get()
  @Access('evidence.supply')
  ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('evidenceId') evidenceId: string,
  ) {
    return this.page(actor, partnership, evidenceId, new EvidenceVersionForm());
  }

  @Post()
  @Access('evidence.supply')
  async supply(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('evidenceId') evidenceId: string,
    @SentEvidenceFile() sent: SentEvidence,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const { form, errors } = readForm(EvidenceVersionForm, body);
    if (errors) return this.page(actor, partnership, evidenceId, form, errors);
    const read = readVersion(form, sent);
    if ('errors' in read) return this.page(actor, partnership, evidenceId, form, read.errors);
    try {
      const command = { partnershipId: partnership.id, evidenceId, version: read.version };
      await this.supplyVersion.execute(actor, command, once);
    } catch (error) {
      return this.page(actor, partnership, evidenceId, form, besideItsBox(error, VERSION_BOXES));
    }
    return new SeeOther(pathsOf(partnership.slug).evidenceItem(evidenceId), 'The version is supplied.');
  }

  private async page(
    actor: Actor,
    { id, slug }: Partnership,
    evidenceId: string,
    form: EvidenceVersionForm,
    errors: readonly PageError[] = [],
  ) {
    const [item] = (await this.evidence.run(actor, id, evidenceId)).evidence;
    if (!item) throw notFound('evidence');
    const paths = pathsOf(slug);
    return evidenceFormPage(
      {
        ...{ template: 'versions', title: 'Supply a version', formAction: paths.evidenceVersions(item.id) },
        ...{ backHref: paths.evidenceItem(item.id), form, errors },
      },
      { item: titleFor(actor, id, item), askedFor: item.versions.length === 0 ? item.askedFor : null },
    );
  }
}
