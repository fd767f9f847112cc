import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId, notFound } from '@lib/kernel';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AlignmentRepository, type NewUpperPlan } from '../persistence/alignment.repository.js';

export type RecordUpperPlanCommand = Omit<NewUpperPlan, 'id'> & { readonly partnershipId: Id };

/** Records a plan above ours, such as a Police and Crime Plan. One that it takes the place of ends when it starts. */
@Injectable()
export class RecordUpperPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alignment: AlignmentRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: RecordUpperPlanCommand, once?: Once): Promise<Id> {
    const { partnershipId, ...wanted } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const before = await this.before(tx, partnershipId, wanted);
        const plan = { ...wanted, id: newId() };
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.alignment.addUpperPlan(tx, partnershipId, plan, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'UpperPlanRecorded',
          subjectId: plan.id,
          data: {
            ...{ title: plan.title, owner: plan.owner, from: plan.inForce.from, until: plan.inForce.until },
            insteadOf: before,
          },
        });
        return plan.id;
      },
      once,
    );
  }

  /** The title of the plan whose place the new one takes; null for one that follows none. */
  private async before(
    tx: Tx,
    partnershipId: Id,
    { succeedsId, inForce }: Omit<NewUpperPlan, 'id'>,
  ): Promise<string | null> {
    if (inForce.until && inForce.until <= inForce.from)
      throw new DomainError(
        'invalid',
        'plans.upper-plan-ends',
        'A plan ends after the day on which it starts.',
      );
    if (!succeedsId) return null;
    const before = await this.alignment.upperPlan(tx, partnershipId, succeedsId);
    if (!before) throw notFound('plan');
    if (await this.alignment.isSucceeded(tx, partnershipId, succeedsId))
      throw new DomainError(
        'conflict',
        'plans.upper-plan-succeeded',
        `Another plan has taken the place of “${before.title}” already. Say that this one takes the place of that.`,
      );
    if (inForce.from <= before.from)
      throw new DomainError(
        'invalid',
        'plans.upper-plan-starts',
        `A plan starts after the one whose place it takes, which started on ${before.from}.`,
      );
    return before.title;
  }
}
