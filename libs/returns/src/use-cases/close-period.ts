import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type FinancialQuarter, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { periodState } from '../domain/period.js';
import { PeriodRepository } from '../persistence/period.repository.js';

/** Closes a quarter for everybody, or opens a closed one again. What waits for a decision can still be decided. */
@Injectable()
export class ClosePeriod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly periods: PeriodRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    command: { partnershipId: Id; quarter: FinancialQuarter; closed: boolean; reason: string },
  ): Promise<void> {
    const { partnershipId, quarter, closed, reason } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'returns.open-quarter', { partnershipId });
      const period = await this.periods.find(tx, partnershipId, quarter, 'for-change');
      if (!period) throw notFound('quarter');
      const wanted = closed ? 'open' : 'closed';
      if (periodState(period) !== wanted)
        throw new DomainError(
          'conflict',
          'returns.period-not-now',
          closed
            ? 'Only a quarter that is open can be closed. Load the page again to see how it stands.'
            : 'Only a quarter that is closed can be opened again. Load the page again to see how it stands.',
        );
      await this.periods.markClosed(tx, partnershipId, quarter, closed, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: closed ? 'PeriodClosed' : 'PeriodOpenedAgain',
        subjectId: partnershipId,
        data: { quarter: quarter.name, reason },
      });
    });
  }
}
