import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { planContent } from '@lib/reporting';
import { Injectable } from '@nestjs/common';
import { decideOnPlan } from '../domain/decide-on-plan.js';
import { PlanRepository } from '../persistence/plan.repository.js';

export interface SendToConsultationCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  /** The edit of the draft that was looked at. */
  readonly seenEdits: number;
}

/** Records that a draft is out for consultation. It can still be edited, as what people say asks for. */
@Injectable()
export class SendToConsultation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, versionId, seenEdits }: SendToConsultationCommand): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const version = await this.plans.hold(tx, partnershipId, versionId);
      const { priorities } = await planContent(tx, partnershipId, versionId, this.clock.today());
      const state = decideOnPlan(
        { version, priorities: priorities.length, seenEdits, adoption: null, reason: null },
        'consult',
      );
      const recorded = { by: actor.personId, at: this.clock.now() };
      await this.plans.move(tx, partnershipId, versionId, { state, inForce: null }, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PlanSentToConsultation',
        subjectId: versionId,
        data: { title: version.planTitle, number: String(version.number) },
      });
    });
  }
}
