import { may } from '@lib/access';
import { AnswerQuestions, ApplyFile } from '@lib/importing';
import { type Actor, DomainError } from '@lib/kernel';
import type { Partnership } from '@lib/partnerships';
import { PublishedFilesQuery, type PublishedFileSheet } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ImportWorker } from '../../background/import-worker.js';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { isRecord } from '../../http/form.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { openQuestions, readAnswers, type ReadAnswers } from './answers.form.js';
import { fileView } from './file.view.js';

/** What is said at a question: the one that it names, or that about the release, for the file may be of another one. */
const AT_ITS_QUESTION = ['published-files.answer', 'published-files.unknown-in-release'];

const AT_QUESTION_OF_KIND: Readonly<Record<string, string>> = {
  'published-tables.name': 'name',
  'published-tables.name-taken': 'name',
  'published-tables.columns': 'columns',
};

const READ_AGAIN = 'The file is being read with these answers.';

const NO_BUTTON: PageError = { text: 'Say what to do with the file by one of its buttons' };

interface Said extends Partial<ReadAnswers> {
  readonly status?: number;
  readonly isFollowed?: boolean;
}

/** A file on its way: what it is, what is asked about it, what it would change, and what came of it. */
@Controller('partnerships/:partnership/published-figures/:fileId')
export class PublishedFileController {
  constructor(
    private readonly files: PublishedFilesQuery,
    private readonly answerQuestions: AnswerQuestions,
    private readonly applyFile: ApplyFile,
    private readonly worker: ImportWorker,
  ) {}

  @Get()
  @Access('performance.view')
  async see(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('fileId') fileId: string,
    @Query('follow') follow: unknown,
    @Query('changes') changes: unknown,
  ) {
    // What an applied file changed is looked at seldom, and takes long to work out.
    const file = await this.find(actor, partnership, fileId, changes === 'yes');
    return filePage(file, actor, partnership, { isFollowed: follow === 'yes' });
  }

  /** Saves what was answered. Once all columns are known the file is read with them; else it is applied, if asked to. */
  @Post('answers')
  @Access('published-figures.load')
  async answer(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('fileId') fileId: string,
    @Body() body: unknown,
  ) {
    const file = await this.files.one(actor, partnership.id, fileId);
    const action = isRecord(body) ? body['action'] : undefined;
    const isApplied = action === 'apply';
    const read = readAnswers(openQuestions(file), body, isApplied || file.state === 'asking');
    const said = isApplied || action === 'save' ? read : { ...read, errors: [...read.errors, NO_BUTTON] };
    if (said.errors.length > 0) {
      const shown = await this.find(actor, partnership, fileId);
      return filePage(shown, actor, partnership, { ...said, status: 422 });
    }
    const loader = { actor, loadedFor: partnership.id };
    try {
      const isReadAgain = await this.answerQuestions.execute(loader, {
        ...{ fileId: file.id, answers: said.answers },
      });
      if (isReadAgain) {
        void this.worker.look();
        return new SeeOther(pathsOf(partnership.slug).publishedFile(file.id), READ_AGAIN);
      }
      if (isApplied) await this.applyFile.execute(loader, file.id);
    } catch (error) {
      const now = await this.find(actor, partnership, fileId);
      return filePage(now, actor, partnership, { ...said, ...refusalOf(error, now) });
    }
    void this.worker.look();
    return new SeeOther(pathsOf(partnership.slug).publishedFile(file.id), noticeOf(file, isApplied));
  }

  /** The file as its page shows it. */
  private async find(
    actor: Actor,
    { id }: Partnership,
    fileId: string,
    isChangesWanted = false,
  ): Promise<PublishedFileSheet> {
    const file = await this.files.one(actor, id, fileId);
    const withChanges = file.state === 'read' || isChangesWanted;
    return withChanges ? this.files.one(actor, id, fileId, { withChanges }) : file;
  }
}

function noticeOf({ state }: PublishedFileSheet, isApplied: boolean): string {
  if (isApplied) return 'The file is applied.';
  if (state === 'asking') return READ_AGAIN;
  return 'The answers are saved. See below what the file would change.';
}

/** What was refused, beside its box where it has one; any other error goes on. */
function refusalOf(error: unknown, file: PublishedFileSheet): { errors: PageError[]; status: number } {
  if (!(error instanceof DomainError) || (error.kind !== 'conflict' && error.kind !== 'invalid')) throw error;
  const questions = openQuestions(file);
  const asked =
    questions.find(({ sentence }) => error.message.endsWith(sentence)) ??
    questions.find(({ kind }) => kind === (AT_QUESTION_OF_KIND[error.code] ?? 'release'));
  const isAtIts = AT_ITS_QUESTION.includes(error.code) || AT_QUESTION_OF_KIND[error.code] !== undefined;
  const href = asked && isAtIts ? `#answer-${asked.number}` : undefined;
  return { errors: [{ text: error.message, href }], status: error.kind === 'conflict' ? 409 : 422 };
}

function filePage(
  file: PublishedFileSheet,
  actor: Actor,
  { id, slug }: Partnership,
  { status = 200, isFollowed = false, typed, errors }: Said,
): Page {
  const mayLoad = may(actor, 'published-figures.load', { partnershipId: id });
  // What was typed of questions that are not asked any more is of no use.
  const isStillAsked = openQuestions(file).every(({ number }) => typed?.has(number));
  const view = fileView(file, {
    ...{ paths: pathsOf(slug), mayLoad, isFollowed },
    ...(typed && isStillAsked && { typed }),
    ...(errors && { errors }),
  });
  return new Page('pages/published-figures/file.njk', view, status);
}
