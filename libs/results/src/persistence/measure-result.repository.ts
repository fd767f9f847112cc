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

  /** The years after one, up to some later, that have results. */
  async yearsAfter(tx: Tx, partnershipId: Id, financialYear: number, upTo: number): Promise<number[]> {
    const rows = await tx.query<{ year: number }>(
      `select distinct financial_year as year from measure_result
        where partnership_id = $1 and financial_year > $2 and financial_year <= $2::int + $3 and superseded_at is null
        order by year`,
      [partnershipId, financialYear, upTo],
    );
    return rows.map(({ year }) => year);
  }

  /** The newest year in which a measure's target was judged, else the newest that has a result; null without one. */
  async newestJudgedYear(tx: Tx, partnershipId: Id, measureId: Id): Promise<number | null> {
    const [newest] = await tx.query<{ year: number }>(
      `select financial_year as year from measure_result
        where partnership_id = $1 and measure_id = $2 and superseded_at is null
        order by target_status in ('no-target', 'cannot-tell'), financial_year desc limit 1`,
      [partnershipId, measureId],
    );
    return newest?.year ?? null;
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
