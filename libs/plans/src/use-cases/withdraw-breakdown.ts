import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { MeasureNames } from '../measure-names.js';
import { BreakdownRepository } from '../persistence/breakdown.repository.js';

export interface WithdrawBreakdownCommand {
  readonly partnershipId: Id;
  readonly breakdownId: Id;
  readonly reason: string;
}

/** Takes a breakdown off a measure's page; it is kept, and the trail says who took it off and why. */
@Injectable()
export class WithdrawBreakdown {
  constructor(
    private readonly work: UnitOfWork,
    private readonly breakdowns: BreakdownRepository,
    private readonly names: MeasureNames,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, breakdownId, reason }: WithdrawBreakdownCommand): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const breakdown = await this.breakdowns.standing(tx, partnershipId, breakdownId);
      if (!breakdown) throw notFound('breakdown');
      await this.breakdowns.withdraw(tx, partnershipId, breakdownId, this.clock.now());
      const measure = await this.names.of(tx, partnershipId, breakdown.measureId);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'BreakdownWithdrawn',
        subjectId: breakdown.measureId,
        data: { measure: measure ?? '', by: breakdown.by, reason },
      });
    });
  }
}
