import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PlanRepository } from '../persistence/plan.repository.js';
import { PublishedSummaryRepository } from '../persistence/published-summary.repository.js';

export interface WithdrawPublishedSummaryCommand {
  readonly partnershipId: Id;
  readonly summaryId: Id;
  readonly reason: string;
}

/** Takes back the record of a published summary that is wrong, or that cannot be found there any more. */
@Injectable()
export class WithdrawPublishedSummary {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: PlanRepository,
    private readonly summaries: PublishedSummaryRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    { partnershipId, summaryId, reason }: WithdrawPublishedSummaryCommand,
  ): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.record', { partnershipId });
      const summary = await this.summaries.withdraw(tx, partnershipId, summaryId, this.clock.now());
      const version = await this.plans.hold(tx, partnershipId, summary.planVersionId);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PublishedSummaryWithdrawn',
        subjectId: version.id,
        data: {
          ...{ title: version.planTitle, number: String(version.number) },
          ...{ publicAt: summary.publicAt, reason },
        },
      });
    });
  }
}
