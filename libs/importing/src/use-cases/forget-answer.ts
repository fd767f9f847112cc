import { AuditTrail } from '@lib/audit-trail';
import { Clock, type Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import { answerInWords, requireOwn } from '../domain/remembered-answer.js';
import { rememberedQuestion } from '../importers/remembered-questions.js';
import { type Loader, Loading } from '../loading.js';
import { MeaningRepository } from '../persistence/meaning.repository.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';

/** Forgets an answer: the next file asks again. What was applied with it stays. */
@Injectable()
export class ForgetAnswer {
  constructor(
    private readonly loading: Loading,
    private readonly meanings: MeaningRepository,
    private readonly tables: OwnTableRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `published-answers.not-remembered`, `published-answers.for-everybody` */
  execute(loader: Loader, answerId: Id): Promise<void> {
    return this.loading.run(loader, async (tx) => {
      const current = await this.meanings.find(tx, answerId);
      requireOwn(current, loader.loadedFor);
      await this.meanings.forget(tx, answerId, this.clock.now());
      const { sentence, choices } = rememberedQuestion(current);
      if (loader.actor && loader.loadedFor)
        await this.trail.record(tx, loader.actor, loader.loadedFor, {
          type: 'PublishedAnswerForgotten',
          subjectId: answerId,
          data: {
            ...{ question: sentence, answer: answerInWords(choices, current.means) },
            source: await this.tables.nameOfSource(tx, current.source),
          },
        });
    });
  }
}
