import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PlanRepository } from '../persistence/plan.repository.js';

export interface BeginPlanCommand {
  readonly partnershipId: Id;
  readonly title: string;
  /** Where its words come from. */
  readonly source: string;
}

/** Begins a new plan with a draft that is empty. Once it is adopted, the plan that is in force now gives way to it. */
@Injectable()
export class BeginPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the draft */
  execute(actor: Actor, command: BeginPlanCommand, once?: Once): Promise<Id> {
    const { partnershipId, source } = command;
    const title = command.title.trim();
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const [planId, id] = [newId(), newId()];
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.plans.addPlan(tx, partnershipId, { id: planId, title });
        await this.plans.addDraft(tx, partnershipId, { id, planId, number: 1, source }, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'PlanBegun',
          subjectId: id,
          data: { title },
        });
        return id;
      },
      once,
    );
  }
}
