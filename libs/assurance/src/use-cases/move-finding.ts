import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, DomainError, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireReach } from '../domain/evidence-reach.js';
import {
  requireAnswer,
  requireAnswerDay,
  requireFindingWords,
  type WrittenAnswer,
} from '../domain/finding.js';
import { type FindingAction, findingMove } from '../domain/finding-transitions.js';
import { requireIndependence } from '../domain/independence.js';
import { FindingRepository } from '../persistence/finding.repository.js';

type Move =
  | { readonly action: 'answer'; readonly answer: WrittenAnswer }
  | {
      readonly action: 'reopen';
      /** The last day on which the new answer is wanted. */
      readonly answerBy: CalendarDate;
    }
  | { readonly action: Exclude<FindingAction, 'answer' | 'reopen'> };

export type MoveFindingCommand = Move & {
  readonly partnershipId: Id;
  readonly findingId: Id;
  /** The number of the last entry that the page showed. */
  readonly seen: number;
  readonly words: string;
};

/** Answers a finding, reports its action done, closes it, sends it back, opens it again or withdraws it. */
@Injectable()
export class MoveFinding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly findings: FindingRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: MoveFindingCommand): Promise<void> {
    const { partnershipId, findingId, action, seen } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      const finding = isId(findingId) ? await this.findings.hold(tx, partnershipId, findingId) : null;
      if (!finding) throw notFound('finding');
      const move = findingMove(finding.state, action, finding.hasAction);
      requireReach(actor, move.permission, partnershipId, finding);
      if (move.permission === 'findings.raise') requireIndependence(actor, partnershipId);
      if (finding.entry !== seen) throw changedMeanwhile();
      const words = command.words.trim();
      requireFindingWords(words);
      const answer = command.action === 'answer' ? trimmed(command.answer) : null;
      const answerBy = command.action === 'reopen' ? command.answerBy : null;
      if (answer) requireAnswer(answer, this.clock.today());
      if (answerBy) requireAnswerDay(answerBy, this.clock.today());
      await this.findings.addEntry(
        tx,
        partnershipId,
        { findingId, number: finding.entry + 1 },
        { move: action, state: move.to, words, answer, answerBy },
        { by: actor.personId, at: this.clock.now() },
      );
      await this.trail.record(tx, actor, partnershipId, {
        type: 'AssuranceFindingMoved',
        subjectId: findingId,
        data: {
          ...{ number: String(finding.number), title: finding.title, move: action },
          ...{ before: finding.state, after: move.to, words },
          response: answer?.response ?? null,
          action: answer?.action?.what ?? null,
          owner: answer?.action?.owner ?? null,
          dueOn: answer?.action?.dueOn ?? answerBy,
        },
      });
    });
  }
}

function trimmed({ response, action }: WrittenAnswer): WrittenAnswer {
  return { response, action: action && { ...action, what: action.what.trim(), owner: action.owner.trim() } };
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    'conflict',
    'assurance.finding-changed',
    'Somebody else has written on this finding meanwhile. Look at what they wrote, and send yours again if you still would.',
  );
}
