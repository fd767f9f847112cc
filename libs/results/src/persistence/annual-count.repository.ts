import { Decimal, type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { Between, IsNull } from 'typeorm';
import type { AnnualCount } from '../domain/annual-count.js';
import { AnnualCountRow } from './annual-count.row.js';

@Injectable()
export class AnnualCountRepository {
  /** Records a year's total; one that stood before is superseded and kept. */
  async record(tx: Tx, partnershipId: Id, count: AnnualCount, recorded: { by: Id; at: Date }): Promise<void> {
    const { measureId, financialYear, range, ...rest } = count;
    const rows = tx.rows(AnnualCountRow);
    await rows.update(
      { partnershipId, measureId, financialYear, supersededAt: IsNull() },
      { supersededAt: recorded.at },
    );
    await rows.insert({
      partnershipId,
      id: newId(),
      measureId,
      financialYear,
      count: rest.count.toFixed(),
      lowest: range.lowest.toFixed(),
      highest: range.highest.toFixed(),
      exactness: rest.exactness,
      source: rest.source,
      release: rest.release,
      recordedBy: recorded.by,
      recordedAt: recorded.at,
      supersededAt: null,
    });
  }

  /** The totals that stand for a range of years, both ends included. */
  async inYears(tx: Tx, partnershipId: Id, from: number, to: number): Promise<AnnualCount[]> {
    const rows = await tx
      .rows(AnnualCountRow)
      .findBy({ partnershipId, financialYear: Between(from, to), supersededAt: IsNull() });
    return rows.map((row) => ({
      measureId: row.measureId,
      financialYear: row.financialYear,
      count: new Decimal(row.count),
      range: { lowest: new Decimal(row.lowest), highest: new Decimal(row.highest) },
      exactness: row.exactness as AnnualCount['exactness'],
      source: row.source,
      release: row.release,
    }));
  }
}
