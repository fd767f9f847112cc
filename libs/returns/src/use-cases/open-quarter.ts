import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import {
  type Actor,
  addDays,
  type CalendarDate,
  Clock,
  type FinancialQuarter,
  type Id,
  newId,
} from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { MeasuresInForce } from '@lib/plans';
import { RecomputeYears } from '@lib/results';
import { Injectable } from '@nestjs/common';
import { type Period, requireDatesInOrder } from '../domain/period.js';
import type { ReturnLine } from '../domain/quarterly-return.js';
import { PeriodRepository } from '../persistence/period.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';

/** Officers have until this many days after the quarter, unless the partnership says otherwise. */
const USUAL_DAYS = 30;

/**
 * Opens a quarter: a draft return for each responsible authority that owes a measure on its first day, with the
 * definition and target of that day frozen into its lines. A composite is worked out and not asked for. Opening a
 * quarter that is open changes nothing.
 */
@Injectable()
export class OpenQuarter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly periods: PeriodRepository,
    private readonly measures: MeasuresInForce,
    private readonly directory: PartnershipDirectory,
    private readonly recomputeYears: RecomputeYears,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the ids of the returns made, by authority; empty when the quarter was open already */
  execute(
    actor: Actor,
    command: { partnershipId: Id; quarter: FinancialQuarter; dueOn?: CalendarDate },
  ): Promise<ReadonlyMap<Id, Id>> {
    const { partnershipId, quarter } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'returns.open-quarter', { partnershipId });
      const returnIds = new Map<Id, Id>();
      const now = this.clock.now();
      const period = await this.open(tx, partnershipId, quarter, command.dueOn, now);
      if (!period) return returnIds;

      const measures = await this.measures.on(tx, partnershipId, quarter.firstDay);
      for (const authority of await this.directory.membersOn(tx, partnershipId, quarter.firstDay)) {
        const owed = measures.filter(
          (one) => one.authorityId === authority.id && one.definition.kind === 'count',
        );
        if (owed.length === 0) continue;
        const id = newId();
        const lines = owed.map(({ id: measureId, definition, target }, index): ReturnLine => ({
          id: newId(),
          number: index + 1,
          measureId,
          definitionId: definition.id,
          targetId: target?.id ?? null,
          label: definition.name,
          unit: definition.unit,
          wording: definition.wording,
          countedBy: definition.countedBy,
        }));
        const fresh = {
          id,
          partnershipId,
          authorityId: authority.id,
          quarter,
          revision: 1,
          restates: null,
          state: 'draft',
          version: 1,
        } as const;
        await this.returns.add(tx, fresh, lines, now);
        returnIds.set(authority.id, id);
      }
      await this.recomputeYears.execute(tx, partnershipId, quarter.financialYear);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'QuarterOpened',
        subjectId: partnershipId,
        data: {
          quarter: quarter.name,
          dueOn: period.dueOn,
          statutoryDueOn: quarter.statutoryDueOn,
          returns: String(returnIds.size),
        },
      });
      return returnIds;
    });
  }

  /** Marks the quarter open, planned before or not; null when it is open already, also at this very moment. */
  private async open(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    wantedDueOn: CalendarDate | undefined,
    now: Date,
  ): Promise<Period | null> {
    const usual = {
      ...{ opensOn: null, lastNewOn: null, lastEditOn: null },
      dueOn: wantedDueOn ?? addDays(quarter.until, USUAL_DAYS - 1),
    };
    requireDatesInOrder(quarter, usual);
    await this.periods.ensure(tx, partnershipId, quarter, usual, now);
    const period = await this.periods.find(tx, partnershipId, quarter, 'for-change');
    if (!period || period.openedAt) return null;
    await this.periods.markOpened(tx, partnershipId, quarter, now);
    return period;
  }
}
