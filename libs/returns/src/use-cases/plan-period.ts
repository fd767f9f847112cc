import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type FinancialQuarter, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type PeriodDates, periodState, requireDatesInOrder } from '../domain/period.js';
import { PeriodRepository } from '../persistence/period.repository.js';

/** Gives a quarter its dates before it opens, or other dates while it is open. */
@Injectable()
export class PlanPeriod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly periods: PeriodRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    command: { partnershipId: Id; quarter: FinancialQuarter; dates: PeriodDates },
  ): Promise<void> {
    const { partnershipId, quarter, dates } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'returns.open-quarter', { partnershipId });
      requireDatesInOrder(quarter, dates);
      const period = await this.periods.find(tx, partnershipId, quarter, 'for-change');
      if (period && periodState(period) === 'closed')
        throw new DomainError(
          'conflict',
          'returns.period-closed',
          'The quarter is closed. Open it again for everybody, or reopen it for one authority until a day.',
        );
      await this.periods.plan(tx, partnershipId, quarter, dates, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: 'PeriodPlanned',
        subjectId: partnershipId,
        data: { quarter: quarter.name, before: period && wordsOf(period), after: wordsOf(dates) },
      });
    });
  }
}

function wordsOf({ opensOn, dueOn, lastNewOn, lastEditOn }: PeriodDates): string {
  const parts = [`due ${dueOn}`];
  if (opensOn) parts.unshift(`opens ${opensOn}`);
  if (lastNewOn) parts.push(`first figures until ${lastNewOn}`);
  if (lastEditOn) parts.push(`corrections until ${lastEditOn}`);
  return parts.join(', ');
}
