import { DecideOnEvidence, ReadEvidenceFile, ScanEvidence } from '@lib/assurance';
import { type Actor, notFound } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { EvidenceQuery, type ShownEvidence, type ShownVersion } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Res,
  StreamableFile,
} from '@nestjs/common';
import type { Response } from 'express';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { ReviewForm } from './evidence.form.js';

const DONE = {
  takeUp: 'The review is taken up.',
  accept: 'The evidence is accepted.',
};

/** What is done with one version of evidence: its review, its withdrawal, its file. */
@Controller('partnerships/:partnership/evidence-versions/:versionId')
export class EvidenceVersionActionsController {
  constructor(
    private readonly evidence: EvidenceQuery,
    private readonly decideOnEvidence: DecideOnEvidence,
    private readonly files: ReadEvidenceFile,
    private readonly scanEvidence: ScanEvidence,
  ) {}

  @Post('review')
  @Access('evidence.review')
  async review(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
  ) {
    const { item } = await this.find(actor, id, versionId);
    const { form, errors } = readForm(ReviewForm, body);
    if (errors) throw new BadRequestException();
    const command = { partnershipId: id, versionId, action: form.action, reason: null };
    await this.decideOnEvidence.execute(actor, command);
    return new SeeOther(pathsOf(slug).evidenceItem(item.id), DONE[form.action]);
  }

  @Get('rejection')
  @Access('evidence.review')
  async askRejection(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
  ) {
    return rejectionPage(await this.find(actor, id, versionId), slug);
  }

  @Post('rejection')
  @Access('evidence.review')
  async reject(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
  ) {
    const found = await this.find(actor, id, versionId);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return rejectionPage(found, slug, { errors, reason: form.reason });
    const command = { partnershipId: id, versionId, action: 'reject', reason: form.reason } as const;
    await this.decideOnEvidence.execute(actor, command);
    return new SeeOther(pathsOf(slug).evidenceItem(found.item.id), 'The version is rejected.');
  }

  @Get('withdrawal')
  @Access('evidence.supply')
  async askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
  ) {
    return withdrawalPage(await this.find(actor, id, versionId), slug);
  }

  @Post('withdrawal')
  @Access('evidence.supply')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
    @Body() body: unknown,
  ) {
    const found = await this.find(actor, id, versionId);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return withdrawalPage(found, slug, { errors, reason: form.reason });
    const command = { partnershipId: id, versionId, action: 'withdraw', reason: form.reason } as const;
    await this.decideOnEvidence.execute(actor, command);
    return new SeeOther(pathsOf(slug).evidenceItem(found.item.id), 'The version is withdrawn.');
  }

  @Post('scan')
  @Access('evidence.open')
  async scan(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('versionId') versionId: string,
  ) {
    const { item } = await this.find(actor, id, versionId);
    const isClean = await this.scanEvidence.execute(actor, id, versionId);
    return new SeeOther(
      pathsOf(slug).evidenceItem(item.id),
      isClean ? 'The file is scanned, and nothing was found.' : 'The file is still held: see why below.',
    );
  }

  /** As an attachment from an id of ours: a browser saves it and shows nothing of it. */
  @Post('file')
  @HttpCode(200)
  @Access('evidence.open')
  async download(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id }: Partnership,
    @Param('versionId') versionId: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { name, bytes } = await this.files.execute(actor, id, versionId);
    response.attachment(name);
    response.type('application/octet-stream');
    return new StreamableFile(bytes);
  }

  private async find(actor: Actor, partnershipId: string, versionId: string): Promise<Found> {
    const { evidence } = await this.evidence.run(actor, partnershipId);
    for (const item of evidence) {
      const version = item.versions.find(({ id }) => id === versionId);
      if (version) return { item, version };
    }
    throw notFound('version of evidence');
  }
}

interface Found {
  readonly item: ShownEvidence;
  readonly version: ShownVersion;
}

interface Answer {
  readonly errors: readonly PageError[];
  readonly reason: string;
}

function withdrawalPage({ item, version }: Found, slug: string, answer?: Answer): Page {
  const paths = pathsOf(slug);
  return reasonPage(
    {
      pageTitle: `Withdraw version ${version.number}`,
      backLink: { href: paths.evidenceItem(item.id), text: 'Back' },
      formAction: paths.evidenceWithdrawal(version.id),
      explanation:
        'Nothing rests on it any more: a duty that was met by it alone has to be looked at again. It stays on record.',
    },
    answer,
  );
}

function rejectionPage({ item, version }: Found, slug: string, answer?: Answer): Page {
  const paths = pathsOf(slug);
  return reasonPage(
    {
      pageTitle: `Reject version ${version.number}`,
      backLink: { href: paths.evidenceItem(item.id), text: 'Back' },
      formAction: paths.evidenceRejection(version.id),
      explanation:
        'Say what is missing or wrong, so that another version can put it right. No duty is met by what is rejected.',
    },
    answer,
  );
}

function reasonPage(context: Page['context'], answer: Answer | undefined): Page {
  return new Page('layouts/reason-page.njk', { ...context, ...answer }, answer ? 422 : 200);
}
