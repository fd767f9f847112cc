import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { BoardDecisionRepository } from '../persistence/board-decision.repository.js';

export interface RecordDecisionCommand {
  readonly partnershipId: Id;
  readonly decidedOn: CalendarDate;
  /** Which meeting, in words. */
  readonly meeting: string;
  /** What was decided, as the minutes have it. */
  readonly wording: string;
}

/** Records what the board decided, for plans and targets to rest on. Throws `plans.decided-on` for a day to come. */
@Injectable()
export class RecordDecision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: BoardDecisionRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: RecordDecisionCommand, once?: Once): Promise<Id> {
    const { partnershipId, decidedOn } = command;
    const [meeting, wording] = [command.meeting.trim(), command.wording.trim()];
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        if (decidedOn > this.clock.today())
          throw new DomainError(
            'invalid',
            'plans.decided-on',
            'The board decides first; record the decision on that day or later.',
          );
        const decision = { id: newId(), decidedOn, meeting, wording };
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.decisions.add(tx, partnershipId, decision, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'DecisionRecorded',
          subjectId: decision.id,
          data: { decidedOn, meeting, wording },
        });
        return decision.id;
      },
      once,
    );
  }
}
