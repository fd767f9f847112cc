import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { planContent } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import { requireNothingOpen } from '../domain/decide-on-plan.js';
import { CopyPlanContent } from '../copy-plan-content.js';
import { PlanRepository } from '../persistence/plan.repository.js';

/** Copies the adopted version into a new draft, to be reviewed before the next year begins. */
@Injectable()
export class BeginRevision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly copy: CopyPlanContent,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the draft */
  execute(actor: Actor, partnershipId: Id, once?: Once): Promise<Id> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const versions = await this.plans.holdAll(tx, partnershipId);
        const adopted = versions.find(({ state }) => state === 'adopted');
        if (!adopted)
          throw new DomainError(
            'conflict',
            'plans.nothing-to-revise',
            'No plan is adopted yet. The partnership analyst begins one and records its adoption first.',
          );
        // Asked anew: another draft may have been begun while this waited for its turn.
        requireNothingOpen(adopted.planTitle, await this.plans.openNumber(tx, partnershipId, adopted.planId));
        const recorded = { by: actor.personId, at: this.clock.now() };
        const draft = {
          ...{ id: newId(), planId: adopted.planId, source: adopted.source },
          // A version that was discarded keeps its number.
          number:
            Math.max(
              ...versions.filter(({ planId }) => planId === adopted.planId).map(({ number }) => number),
            ) + 1,
        };
        await this.plans.addDraft(tx, partnershipId, draft, recorded);
        const content = await planContent(tx, partnershipId, adopted.id, this.clock.today());
        await this.copy.into(tx, partnershipId, draft.id, content, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'PlanRevisionBegun',
          subjectId: draft.id,
          data: { title: adopted.planTitle, number: String(draft.number) },
        });
        return draft.id;
      },
      once,
    );
  }
}
