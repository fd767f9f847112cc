import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { decideOnPlan } from '../domain/decide-on-plan.js';
import { PlanRepository } from '../persistence/plan.repository.js';

export interface DiscardDraftCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  /** The edit of the draft that was looked at. */
  readonly seenEdits: number;
  readonly reason: string;
}

/** Gives up a draft, or a version that is out for consultation. It stays on record with everything in it. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    { partnershipId, versionId, seenEdits, ...said }: DiscardDraftCommand,
  ): Promise<void> {
    const reason = said.reason.trim();
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const version = await this.plans.hold(tx, partnershipId, versionId);
      const given = { version, seenEdits, reason, priorities: null, adoption: null };
      const state = decideOnPlan(given, 'discard');
      const recorded = { by: actor.personId, at: this.clock.now() };
      await this.plans.move(tx, partnershipId, versionId, { state, inForce: null, reason }, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PlanDraftDiscarded',
        subjectId: versionId,
        data: { title: version.planTitle, number: String(version.number), reason },
      });
    });
  }
}
