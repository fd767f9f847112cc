import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, canonicalJson, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { PriorityWording } from '../domain/plan.js';
import { PlanRepository } from '../persistence/plan.repository.js';
import { PriorityRepository } from '../persistence/priority.repository.js';

export interface WritePriorityCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  readonly wording: PriorityWording;
  /** The priority and the row whose place this takes, as it reads; null to add one. */
  readonly instead: { readonly priorityId: Id; readonly rowId: Id; readonly title: string } | null;
}

/** Adds a priority to a draft, or changes what the draft says of one. */
@Injectable()
export class WritePriority {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly priorities: PriorityRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the priority */
  execute(actor: Actor, command: WritePriorityCommand, once?: Once): Promise<Id> {
    const { partnershipId, versionId, wording, instead } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const { planId, planTitle, number } = await this.plans.holdToEdit(tx, partnershipId, versionId);
        const identityId = instead?.priorityId ?? newId();
        if (!instead) await this.priorities.add(tx, partnershipId, { id: identityId, planId });
        const place = { versionId, identityId, replaces: instead?.rowId ?? null };
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.priorities.write(tx, partnershipId, place, wording, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'PlanPartChanged',
          subjectId: versionId,
          data: {
            ...{ title: planTitle, number: String(number), part: 'priority' },
            ...{ before: instead?.title ?? null, after: wording.title },
            says: canonicalJson({ ...wording }),
          },
        });
        return identityId;
      },
      once,
    );
  }
}
