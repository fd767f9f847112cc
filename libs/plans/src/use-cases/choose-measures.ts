import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireSameMeasures } from '../domain/decide-on-plan.js';
import { PlanRepository } from '../persistence/plan.repository.js';
import { PriorityRepository } from '../persistence/priority.repository.js';

export interface ChooseMeasuresCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  readonly priority: { readonly id: Id; readonly title: string };
  /** In the order of the plan. */
  readonly measures: readonly { readonly id: Id; readonly name: string }[];
  /** Those that stood there when the page was opened. */
  readonly seenIds: readonly Id[];
}

/** Says which measures stand under a priority of a draft; none makes it a narrative priority. */
@Injectable()
export class ChooseMeasures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly priorities: PriorityRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: ChooseMeasuresCommand): Promise<void> {
    const { partnershipId, versionId, priority, measures, seenIds } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const { planTitle, number } = await this.plans.holdToEdit(tx, partnershipId, versionId);
      const place = { versionId, priorityId: priority.id };
      requireSameMeasures(await this.priorities.measureIds(tx, partnershipId, place), seenIds);
      const recorded = { by: actor.personId, at: this.clock.now() };
      const measureIds = measures.map(({ id }) => id);
      await this.priorities.chooseMeasures(tx, partnershipId, { ...place, measureIds }, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PlanMeasuresChosen',
        subjectId: versionId,
        data: {
          ...{ title: planTitle, number: String(number), priority: priority.title },
          measures: measures.map(({ name }) => name).join(', '),
        },
      });
    });
  }
}
