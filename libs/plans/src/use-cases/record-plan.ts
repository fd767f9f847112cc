import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type PlanVersion, PlanRepository } from '../persistence/plan.repository.js';

export interface RecordPlanCommand {
  readonly partnershipId: Id;
  readonly title: string;
  readonly version: Omit<PlanVersion, 'id' | 'planId'>;
  /** In the plan's order. */
  readonly priorities: readonly {
    readonly title: string;
    readonly leadAuthorityId: Id | null;
    readonly measureIds: readonly Id[];
  }[];
}

/** Records a plan with its first version and the measures under each priority. */
@Injectable()
export class RecordPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly trail: AuditTrail,
  ) {}

  execute(actor: Actor, command: RecordPlanCommand): Promise<{ planVersionId: Id }> {
    const { partnershipId, title, version, priorities } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const planId = newId();
      const planVersionId = newId();
      await this.plans.addPlan(tx, partnershipId, { id: planId, title });
      await this.plans.addVersion(tx, partnershipId, { ...version, id: planVersionId, planId });
      for (const [index, { title, leadAuthorityId, measureIds }] of priorities.entries()) {
        const priorityId = newId();
        const priority = { id: priorityId, planVersionId, number: index + 1, title, leadAuthorityId };
        await this.plans.addPriority(tx, partnershipId, priority);
        for (const [position, measureId] of measureIds.entries())
          await this.plans.addMeasureToPriority(tx, partnershipId, {
            priorityId,
            measureId,
            number: position + 1,
          });
      }
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PlanVersionRecorded',
        subjectId: planVersionId,
        data: { title, number: String(version.number), state: version.state },
      });
      return { planVersionId };
    });
  }
}
