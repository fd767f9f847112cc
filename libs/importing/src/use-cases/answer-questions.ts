import { Clock, DomainError, type Id, readCalendarDate } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AnySource } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { BEFORE_READING, requireWholeTable } from '../domain/own-table.js';
import type { Question } from '../domain/published-file.js';
import { OF_AREAS, OWN_COLUMNS } from '../importers/typed-table.js';
import { type Loader, Loading } from '../loading.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';
import type { PublishedFileRow } from '../persistence/published-file.row.js';
import { KeepOwnTable } from './keep-own-table.js';
import { NameLabels } from './name-labels.js';
import { validAnswer } from './valid-answer.js';

export interface AnswerQuestionsCommand {
  readonly fileId: Id;
  /** By number of the question. */
  readonly answers: ReadonlyMap<number, string>;
}

/** Takes what a person says of a file. Once all of its columns are known, the file waits to be read with them. */
@Injectable()
export class AnswerQuestions {
  constructor(
    private readonly loading: Loading,
    private readonly files: PublishedFileRepository,
    private readonly nameLabels: NameLabels,
    private readonly keepOwnTable: KeepOwnTable,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns whether the file is read again with the answers
   * @throws DomainError `published-files.not-asking`; `published-files.answer` for what cannot be answered so;
   *   `published-tables.name`, `published-tables.name-taken` and `published-tables.columns` of a table of one's own
   */
  execute(loader: Loader, { fileId, answers }: AnswerQuestionsCommand): Promise<boolean> {
    return this.loading.run(loader, async (tx) => {
      const file = await this.files.findToDecide(tx, fileId);
      if (file?.state !== 'asking' && file?.state !== 'read')
        throw new DomainError(
          'conflict',
          'published-files.not-asking',
          'Nothing is asked about this file any more: somebody applied or abandoned it. Load the page again.',
        );
      const said = { by: loader.actor?.personId ?? null, at: this.clock.now() };
      const questions = await this.files.questions(tx, fileId);
      let readAgain = file.state === 'asking';
      const answerOf = (question: Question) => answers.get(question.number) ?? question.answer;
      await this.requireTable(tx, file, questions, answerOf);
      for (const question of questions) {
        const answer = answers.get(question.number);
        if (answer === undefined || answer === question.answer) continue;
        await this.files.answer(tx, fileId, question.number, validAnswer(question, answer), said);
        readAgain ||= BEFORE_READING.includes(question.kind);
      }
      if (file.state === 'read') await this.nameAgain(tx, file);
      const allKnown = questions.filter(({ kind }) => BEFORE_READING.includes(kind)).every(answerOf);
      if (!readAgain || !allKnown) return false;
      return this.files.change(tx, fileId, ['asking', 'read'], { state: 'waiting', attempt: 0 });
    });
  }

  /** Of a table of one's own: whether it can be read with what was said, and kept by the name that it was given. */
  private async requireTable(
    tx: Tx,
    { state, loadedFor }: PublishedFileRow,
    questions: readonly Question[],
    answerOf: (question: Question) => string | null,
  ): Promise<void> {
    const name = questions.find(({ kind }) => kind === 'name');
    const isOwnTable = questions.some(({ kind }) => kind === 'table' || kind === 'name');
    if (state !== 'asking' || !isOwnTable) return;
    if (name) await this.keepOwnTable.requireFreeName(tx, answerOf(name) ?? '', loadedFor);
    const roles = questions.filter(({ kind }) => kind === 'columns').map(answerOf);
    if (roles.length > 0 && roles.every((role) => role !== null))
      requireWholeTable(roles, OWN_COLUMNS, OF_AREAS);
  }

  /** So that the preview says what was answered. */
  private async nameAgain(tx: Tx, { id, source }: { id: Id; source: string | null }): Promise<void> {
    const questions = await this.files.questions(tx, id);
    const release = questions.find(({ kind }) => kind === 'release')?.answer;
    await this.nameLabels.execute(tx, id, {
      ...{ source: source as AnySource, questions },
      releasedOn: readCalendarDate(release ?? '') ?? this.clock.today(),
    });
  }
}
