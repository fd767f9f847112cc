import { type CalendarDate, FinancialQuarter, type Id, isId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type {
  QuarterlyReturn,
  Restatement,
  ReturnDecision,
  ReturnLine,
  ReturnState,
} from '../domain/quarterly-return.js';
import { QuarterlyReturnRow } from './quarterly-return.row.js';
import { ReturnDecisionRow } from './return-decision.row.js';
import { ReturnLineRow } from './return-line.row.js';

@Injectable()
export class ReturnRepository {
  async add(
    tx: Tx,
    quarterlyReturn: QuarterlyReturn,
    lines: readonly ReturnLine[],
    madeAt: Date,
  ): Promise<void> {
    const { quarter, restates, ...columns } = quarterlyReturn;
    await tx.rows(QuarterlyReturnRow).insert({
      ...columns,
      madeAt,
      quarterFirstDay: quarter.firstDay,
      restatesId: restates?.returnId ?? null,
      restatementKind: restates?.kind ?? null,
      restatementReason: restates?.reason ?? null,
    });
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
      formId: row.formId,
      formVersionId: row.formVersionId,
      quarter: FinancialQuarter.containing(row.quarterFirstDay as CalendarDate),
      revision: row.revision,
      restates: toRestatement(row),
      state: row.state as ReturnState,
      version: row.version,
    };
  }

  /** The newest revision of an authority's return on a form for a quarter. */
  async newestRevision(
    tx: Tx,
    { partnershipId, quarter, authorityId, formId }: QuarterlyReturn,
  ): Promise<number> {
    return tx
      .rows(QuarterlyReturnRow)
      .maximum('revision', { partnershipId, quarterFirstDay: quarter.firstDay, authorityId, formId })
      .then((revision) => revision ?? 0);
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

function toRestatement(row: QuarterlyReturnRow): Restatement | null {
  if (row.restatesId === null) return null;
  return {
    returnId: row.restatesId,
    kind: row.restatementKind as Restatement['kind'],
    reason: row.restatementReason!,
  };
}
