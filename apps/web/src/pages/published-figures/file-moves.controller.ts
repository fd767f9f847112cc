import { AbandonFile, WithdrawFile } from '@lib/importing';
import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { PublishedFilesQuery, type PublishedFileSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';

/** Giving a file up before it is applied, and taking it back afterwards. */
@Controller('partnerships/:partnership/published-figures/:fileId')
export class PublishedFileMovesController {
  constructor(
    private readonly files: PublishedFilesQuery,
    private readonly abandonFile: AbandonFile,
    private readonly withdrawFile: WithdrawFile,
  ) {}

  @Post('abandonment')
  @Access('published-figures.load')
  async abandon(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('fileId') fileId: string,
  ) {
    const file = await this.files.one(actor, id, fileId);
    await this.abandonFile.execute({ actor, loadedFor: id }, file.id);
    return new SeeOther(pathsOf(slug).publishedFigures(), 'The file is abandoned: nothing of it is kept.');
  }

  @Get('withdrawal')
  @Access('published-figures.load')
  async ask(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('fileId') fileId: string,
  ) {
    const file = await this.files.one(actor, id, fileId);
    if (!canBeWithdrawn(file)) return new SeeOther(pathsOf(slug).publishedFile(file.id));
    return withdrawalPage(file, slug);
  }

  @Post('withdrawal')
  @Access('published-figures.load')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('fileId') fileId: string,
    @Body() body: unknown,
  ) {
    const file = await this.files.one(actor, id, fileId);
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) return withdrawalPage(file, slug, { errors, reason: form.reason, status: 422 });
    try {
      await this.withdrawFile.execute({ actor, loadedFor: id }, { fileId: file.id, reason: form.reason });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      const said: PageError[] = [{ text: error.message }];
      return withdrawalPage(file, slug, { errors: said, reason: form.reason, status: 409 });
    }
    return new SeeOther(pathsOf(slug).publishedFile(file.id), 'The file is withdrawn.');
  }
}

function canBeWithdrawn({ state, withdrawnAt, isForEverybody }: PublishedFileSheet): boolean {
  return state === 'applied' && withdrawnAt === null && !isForEverybody;
}

interface Answer {
  readonly errors: readonly PageError[];
  readonly reason: string;
  readonly status: number;
}

function withdrawalPage({ id, name }: PublishedFileSheet, slug: string, answer?: Answer): Page {
  const paths = pathsOf(slug);
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: 'Withdraw a file of published figures',
      backLink: { href: paths.publishedFile(id), text: 'Back' },
      formAction: paths.publishedFileMove(id, 'withdrawal'),
      explanation: `Nothing reads the figures of ${name} any more. The file stays on record with your reason, and can be loaded again.`,
      ...(answer && { errors: answer.errors, reason: answer.reason }),
    },
    answer?.status ?? 200,
  );
}
