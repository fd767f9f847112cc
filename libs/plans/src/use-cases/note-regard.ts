import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AlignmentRepository, type NewRegardNote } from '../persistence/alignment.repository.js';
import { PriorityRepository } from '../persistence/priority.repository.js';

export interface NoteRegardCommand extends Omit<NewRegardNote, 'priorityId'> {
  readonly partnershipId: Id;
  readonly priority: { readonly id: Id; readonly title: string };
}

/** Notes the regard that was had to an upper plan under a priority. It needs no new version of the plan. */
@Injectable()
export class NoteRegard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alignment: AlignmentRepository,
    private readonly priorities: PriorityRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: NoteRegardCommand, once?: Once): Promise<void> {
    const { partnershipId, priority, upperPlanId, regardedOn } = command;
    const [regardedBy, wording] = [command.regardedBy.trim(), command.wording.trim()];
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        await this.priorities.require(tx, partnershipId, priority.id);
        const upperPlan = await this.alignment.upperPlan(tx, partnershipId, upperPlanId);
        if (!upperPlan) throw notFound('plan');
        if (regardedOn > this.clock.today())
          throw new DomainError(
            'invalid',
            'plans.regarded-on',
            'Regard is noted on the day it was had, or later.',
          );
        const note = { priorityId: priority.id, upperPlanId, regardedOn, regardedBy, wording };
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.alignment.note(tx, partnershipId, note, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'RegardNoted',
          subjectId: priority.id,
          data: {
            ...{ priority: priority.title, upperPlan: upperPlan.title },
            ...{ on: regardedOn, by: regardedBy, wording },
          },
        });
      },
      once,
    );
  }
}
