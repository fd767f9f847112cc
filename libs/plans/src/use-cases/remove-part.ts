import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PlanPartsRepository } from '../persistence/plan-parts.repository.js';
import { PlanRepository } from '../persistence/plan.repository.js';
import { PriorityRepository } from '../persistence/priority.repository.js';

export interface RemovePartCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  readonly kind: 'priority' | 'action' | 'finding';
  readonly id: Id;
  /** As it reads, for the trail. */
  readonly words: string;
  readonly reason: string;
}

/** Takes a priority with what stands under it, an action or a finding out of a draft. */
@Injectable()
export class RemovePart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly priorities: PriorityRepository,
    private readonly parts: PlanPartsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: RemovePartCommand): Promise<void> {
    const { partnershipId, versionId, kind, id, words, reason } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const { planTitle, number } = await this.plans.holdToEdit(tx, partnershipId, versionId);
      const recorded = { by: actor.personId, at: this.clock.now() };
      if (kind === 'priority') {
        const place = { versionId, priorityId: id };
        await this.priorities.remove(tx, partnershipId, place, recorded);
        await this.parts.removeActionsUnder(tx, partnershipId, place, recorded);
      } else await this.parts.remove(tx, partnershipId, { versionId, identityId: id, kind }, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PlanPartRemoved',
        subjectId: versionId,
        data: { title: planTitle, number: String(number), part: kind, words, reason },
      });
    });
  }
}
