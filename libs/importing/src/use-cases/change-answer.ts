import { AuditTrail } from '@lib/audit-trail';
import { Clock, type Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import { answerInWords, requireOwn } from '../domain/remembered-answer.js';
import { rememberedQuestion } from '../importers/remembered-questions.js';
import { type Loader, Loading } from '../loading.js';
import { MeaningRepository } from '../persistence/meaning.repository.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';
import { validAnswer } from './valid-answer.js';

export interface ChangeAnswerCommand {
  /** As it is remembered: one that was changed since has another. */
  readonly answerId: Id;
  readonly means: string;
}

/** Remembers another answer, for files that are applied from now on. What was applied with the earlier one stays. */
@Injectable()
export class ChangeAnswer {
  constructor(
    private readonly loading: Loading,
    private readonly meanings: MeaningRepository,
    private readonly tables: OwnTableRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `published-answers.not-remembered`, `published-answers.for-everybody`,
   *   `published-files.answer`
   */
  execute(loader: Loader, { answerId, means }: ChangeAnswerCommand): Promise<void> {
    return this.loading.run(loader, async (tx) => {
      const current = await this.meanings.find(tx, answerId);
      requireOwn(current, loader.loadedFor);
      const question = rememberedQuestion(current);
      const answer = validAnswer(question, means);
      if (answer === current.means) return;
      const said = { by: loader.actor?.personId ?? null, at: this.clock.now() };
      await this.meanings.remember(tx, { ...current, means: answer }, said);
      if (loader.actor && loader.loadedFor)
        await this.trail.record(tx, loader.actor, loader.loadedFor, {
          type: 'PublishedAnswerChanged',
          subjectId: answerId,
          data: {
            ...{ question: question.sentence, source: await this.tables.nameOfSource(tx, current.source) },
            before: answerInWords(question.choices, current.means),
            after: answerInWords(question.choices, answer),
          },
        });
    });
  }
}
