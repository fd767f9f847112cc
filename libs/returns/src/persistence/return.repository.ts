import { type CalendarDate, FinancialQuarter, type Id, isId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { QuarterlyReturn, ReturnDecision, ReturnLine, ReturnState } from '../domain/quarterly-return.js';
import { QuarterlyReturnRow } from './quarterly-return.row.js';
import { ReportingQuarterRow } from './reporting-quarter.row.js';
import { ReturnDecisionRow } from './return-decision.row.js';
import { ReturnLineRow } from './return-line.row.js';

@Injectable()
export class ReturnRepository {
  /** Adds the quarter; false when it is open already, also when somebody opens it at this very moment. */
  async addQuarter(
    tx: Tx,
    partnershipId: Id,
    quarter: FinancialQuarter,
    dueOn: CalendarDate,
    openedAt: Date,
  ): Promise<boolean> {
    const { raw } = await tx
      .rows(ReportingQuarterRow)
      .createQueryBuilder()
      .insert()
      .values({
        partnershipId,
        firstDay: quarter.firstDay,
        dueOn,
        statutoryDueOn: quarter.statutoryDueOn,
        openedAt,
      })
      .orIgnore()
      .returning('first_day')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  async add(tx: Tx, quarterlyReturn: QuarterlyReturn, lines: readonly ReturnLine[]): Promise<void> {
    const { quarter, ...columns } = quarterlyReturn;
    await tx.rows(QuarterlyReturnRow).insert({ ...columns, quarterFirstDay: quarter.firstDay });
    await tx.rows(ReturnLineRow).insert(
      lines.map((line) => ({
        ...line,
        partnershipId: quarterlyReturn.partnershipId,
        returnId: quarterlyReturn.id,
      })),
    );
  }

  /** The return; another partnership's is not found. With `forChange` it is locked until the transaction ends. */
  async get(tx: Tx, partnershipId: Id, id: Id, intent: 'to-read' | 'for-change'): Promise<QuarterlyReturn> {
    if (!isId(id)) throw notFound('return');
    const row = await tx.rows(QuarterlyReturnRow).findOne({
      where: { partnershipId, id },
      ...(intent === 'for-change' && { lock: { mode: 'pessimistic_write' as const } }),
    });
    if (!row) throw notFound('return');
    return {
      id: row.id,
      partnershipId: row.partnershipId,
      authorityId: row.authorityId,
      quarter: FinancialQuarter.containing(row.quarterFirstDay as CalendarDate),
      revision: row.revision,
      state: row.state as ReturnState,
      version: row.version,
    };
  }

  async lines(tx: Tx, { partnershipId, id }: QuarterlyReturn): Promise<ReturnLine[]> {
    return tx.rows(ReturnLineRow).find({ where: { partnershipId, returnId: id }, order: { number: 'ASC' } });
  }

  /** Moves to the next version, in a state a decision led to or in the same one. */
  async advance(tx: Tx, { partnershipId, id, version }: QuarterlyReturn, state: ReturnState): Promise<void> {
    await tx.rows(QuarterlyReturnRow).update({ partnershipId, id }, { state, version: version + 1 });
  }

  async addDecision(
    tx: Tx,
    { partnershipId, id, version }: QuarterlyReturn,
    decision: ReturnDecision & { id: Id; at: Date; comment: string | null },
  ): Promise<void> {
    await tx.rows(ReturnDecisionRow).insert({
      partnershipId,
      id: decision.id,
      returnId: id,
      leadsToVersion: version + 1,
      leadsToState: decision.leadsTo,
      decidedBy: decision.by,
      decidedAt: decision.at,
      contentSha256: decision.contentSha256,
      comment: decision.comment,
    });
  }

  async latestSubmission(tx: Tx, { partnershipId, id }: QuarterlyReturn): Promise<ReturnDecision | null> {
    const row = await tx.rows(ReturnDecisionRow).findOne({
      where: { partnershipId, returnId: id, leadsToState: 'submitted' },
      order: { leadsToVersion: 'DESC' },
    });
    return row && { leadsTo: 'submitted', by: row.decidedBy, contentSha256: row.contentSha256 };
  }
}
