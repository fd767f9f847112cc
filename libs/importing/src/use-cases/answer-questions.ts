import { type CalendarDate, Clock, DomainError, type Id, readCalendarDate } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { SourceKey } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import type { Question } from '../domain/published-file.js';
import { type Loader, Loading } from '../loading.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';
import { readMonth } from '../table/months.js';
import { NameLabels } from './name-labels.js';

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
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`; `published-files.answer` for what cannot be answered so */
  execute(loader: Loader, { fileId, answers }: AnswerQuestionsCommand): Promise<void> {
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
      for (const question of questions) {
        const answer = answers.get(question.number);
        if (answer === undefined || answer === question.answer) continue;
        await this.files.answer(tx, fileId, question.number, valid(question, answer), said);
        readAgain ||= question.kind === 'columns';
      }
      if (file.state === 'read') await this.nameAgain(tx, file);
      const columns = questions.filter(({ kind }) => kind === 'columns');
      const allKnown = columns.every(({ number, answer }) => answers.get(number) ?? answer);
      if (readAgain && allKnown)
        await this.files.change(tx, fileId, ['asking', 'read'], { state: 'waiting', attempt: 0 });
    });
  }

  /** So that the preview says what was answered. */
  private async nameAgain(tx: Tx, { id, source }: { id: Id; source: string | null }): Promise<void> {
    const questions = await this.files.questions(tx, id);
    const release = questions.find(({ kind }) => kind === 'release')?.answer;
    await this.nameLabels.execute(tx, id, {
      ...{ source: source as SourceKey, questions },
      releasedOn: readCalendarDate(release ?? '') ?? this.clock.today(),
    });
  }
}

/** The answer as it is kept: a release is a day, which can be said as a month. */
function valid({ kind, choices, sentence }: Question, answer: string): string {
  const bare = answer.trim();
  if (kind === 'release') {
    const day: CalendarDate | null = readMonth(bare) ?? readCalendarDate(bare);
    if (day) return day;
  } else if (choices.some(({ value }) => value === bare)) return bare;
  else if (kind === 'columns' && readMonth(bare)) return bare;
  else if (kind === 'area' && /^[EWK]\d{8}$/.test(bare)) return bare;
  throw new DomainError(
    'invalid',
    'published-files.answer',
    kind === 'release'
      ? 'Say the release as a month or a day, such as 2026-03 or 2026-03-14.'
      : `“${bare.slice(0, 60)}” is no answer to: ${sentence}`,
  );
}
