import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { MeasureResultRow } from './measure-result.row.js';

export type NewResult = Omit<MeasureResultRow, 'partnershipId' | 'id' | 'computedAt' | 'supersededAt'>;

@Injectable()
export class MeasureResultRepository {
  /** Holds off every other writer of this year's results until the transaction ends. */
  async lockYear(tx: Tx, partnershipId: Id, financialYear: number): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [partnershipId, financialYear]);
  }

  /** The results of a year that stand now, by measure. */
  async current(tx: Tx, partnershipId: Id, financialYear: number): Promise<Map<Id, MeasureResultRow>> {
    const rows = await tx
      .rows(MeasureResultRow)
      .findBy({ partnershipId, financialYear, supersededAt: IsNull() });
    return new Map(rows.map((row) => [row.measureId, row]));
  }

  async replace(
    tx: Tx,
    partnershipId: Id,
    standing: MeasureResultRow | undefined,
    result: NewResult,
    at: Date,
  ): Promise<void> {
    const results = tx.rows(MeasureResultRow);
    if (standing) await results.update({ partnershipId, id: standing.id }, { supersededAt: at });
    await results.insert({ ...result, partnershipId, id: newId(), computedAt: at, supersededAt: null });
  }
}
