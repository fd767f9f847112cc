import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, canonicalJson, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { PlanAction } from '../domain/plan.js';
import { PlanPartsRepository } from '../persistence/plan-parts.repository.js';
import { PlanRepository } from '../persistence/plan.repository.js';

export interface WriteActionCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  readonly action: PlanAction;
  /** The action and the row whose place this takes, as it reads; null to add one. */
  readonly instead: { readonly actionId: Id; readonly rowId: Id; readonly wording: string } | null;
}

/** Adds an action to a priority of a draft, or changes one. */
@Injectable()
export class WriteAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly parts: PlanPartsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the action */
  execute(actor: Actor, command: WriteActionCommand, once?: Once): Promise<Id> {
    const { partnershipId, versionId, action, instead } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const { planTitle, number } = await this.plans.holdToEdit(tx, partnershipId, versionId);
        const identityId = instead?.actionId ?? newId();
        const place = { versionId, identityId, replaces: instead?.rowId ?? null };
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.parts.writeAction(tx, partnershipId, place, action, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'PlanPartChanged',
          subjectId: versionId,
          data: {
            ...{ title: planTitle, number: String(number), part: 'action' },
            ...{ before: instead?.wording ?? null, after: action.wording },
            says: canonicalJson({ ...action }),
          },
        });
        return identityId;
      },
      once,
    );
  }
}
