import { type CalendarDate, FinancialQuarter, type Id, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Period, PeriodDates, Reopening } from '../domain/period.js';
import { QuarterReopeningRow } from './quarter-reopening.row.js';
import { ReportingQuarterRow } from './reporting-quarter.row.js';

@Injectable()
export class PeriodRepository {
  /** Plans a quarter, or gives one that is planned other dates. */
  async plan(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    dates: PeriodDates,
    recordedAt: Date,
  ): Promise<void> {
    await this.ensure(tx, partnershipId, quarter, dates, recordedAt);
    const place = { partnershipId, firstDay: quarter.firstDay };
    await tx.rows(ReportingQuarterRow).update(place, { ...dates, recordedAt });
  }

  /** Plans a quarter that nobody has planned; one that is planned keeps its dates. */
  async ensure(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    dates: PeriodDates,
    recordedAt: Date,
  ): Promise<void> {
    const { firstDay, statutoryDueOn } = quarter;
    await tx
      .rows(ReportingQuarterRow)
      .createQueryBuilder()
      .insert()
      .values({ partnershipId, firstDay, statutoryDueOn, ...dates, recordedAt })
      .orIgnore()
      .execute();
  }

  /**
   * The period, null when unplanned. Unless it is only read it is locked until the transaction ends, so that closing and
   * entering take turns.
   */
  async find(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    intent: 'to-read' | 'to-share' | 'for-change',
  ): Promise<Period | null> {
    const row = await tx.rows(ReportingQuarterRow).findOne({
      where: { partnershipId, firstDay: quarter.firstDay },
      ...(intent !== 'to-read' && {
        lock: {
          mode: intent === 'for-change' ? ('pessimistic_write' as const) : ('pessimistic_read' as const),
        },
      }),
    });
    return (
      row && {
        quarter,
        opensOn: row.opensOn as CalendarDate | null,
        openedAt: row.openedAt,
        dueOn: row.dueOn as CalendarDate,
        lastNewOn: row.lastNewOn as CalendarDate | null,
        lastEditOn: row.lastEditOn as CalendarDate | null,
        closedAt: row.closedAt,
      }
    );
  }

  /** The period of a return, which has one. */
  async get(tx: Tx, partnershipId: Id, quarter: FinancialQuarter): Promise<Period> {
    const period = await this.find(tx, partnershipId, quarter, 'to-share');
    if (!period) throw notFound('quarter');
    return period;
  }

  /** The latest quarter that was ever opened; null before the first. */
  async newestOpened(tx: Tx, partnershipId: Id): Promise<FinancialQuarter | null> {
    const row = await tx
      .rows(ReportingQuarterRow)
      .findOne({ where: { partnershipId, openedAt: Not(IsNull()) }, order: { firstDay: 'DESC' } });
    return row && FinancialQuarter.containing(row.firstDay as CalendarDate);
  }

  async markOpened(tx: Tx, partnershipId: Id, quarter: FinancialQuarter, openedAt: Date): Promise<void> {
    const place = { partnershipId, firstDay: quarter.firstDay };
    await tx.rows(ReportingQuarterRow).update(place, { openedAt, recordedAt: openedAt });
  }

  /** Closes a quarter, or opens a closed one again for everybody. */
  async markClosed(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    closed: boolean,
    at: Date,
  ): Promise<void> {
    const place = { partnershipId, firstDay: quarter.firstDay };
    await tx.rows(ReportingQuarterRow).update(place, { closedAt: closed ? at : null, recordedAt: at });
  }

  /** The reopening of a quarter for an authority, whether it has ended or not. */
  async reopening(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    authorityId: Id,
  ): Promise<Reopening | null> {
    const row = await tx.rows(QuarterReopeningRow).findOneBy({
      ...{ partnershipId, quarterFirstDay: quarter.firstDay, authorityId },
      supersededAt: IsNull(),
    });
    return row && { authorityId, reason: row.reason, expiresOn: row.expiresOn as CalendarDate };
  }

  /** Reopens a quarter for an authority; a reopening that stood before is superseded and kept. */
  async reopen(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    { authorityId, reason, expiresOn }: Reopening,
    { by, at }: { by: Id; at: Date },
  ): Promise<void> {
    const rows = tx.rows(QuarterReopeningRow);
    const place = { partnershipId, quarterFirstDay: quarter.firstDay, authorityId };
    await rows.update({ ...place, supersededAt: IsNull() }, { supersededAt: at });
    await rows.insert({ ...place, id: newId(), reason, expiresOn, reopenedBy: by, reopenedAt: at });
  }
}
