import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Breakdown } from '../domain/breakdown.js';
import { BreakdownCategoryRow } from './breakdown-category.row.js';
import { BreakdownRow } from './breakdown.row.js';
import type { Recorded } from './judgement.repository.js';

@Injectable()
export class BreakdownRepository {
  /** What a breakdown that stands is by, with the measure it is of; null where none of that id stands. */
  async standing(tx: Tx, partnershipId: Id, id: Id): Promise<Pick<Breakdown, 'measureId' | 'by'> | null> {
    return tx.rows(BreakdownRow).findOneBy({ partnershipId, id, supersededAt: IsNull() });
  }

  /** Adds a breakdown; one that stands under the same heading is superseded and kept. */
  async add(tx: Tx, partnershipId: Id, breakdown: Breakdown, { by, at }: Recorded): Promise<void> {
    const { categoryIds, ...rest } = breakdown;
    await tx.query(
      `update breakdown set superseded_at = $4
        where partnership_id = $1 and measure_id = $2 and lower(trim(by)) = lower(trim($3)) and superseded_at is null`,
      [partnershipId, rest.measureId, rest.by, at],
    );
    await tx.rows(BreakdownRow).insert({ partnershipId, ...rest, recordedBy: by, recordedAt: at });
    await tx
      .rows(BreakdownCategoryRow)
      .insert(categoryIds.map((measureId) => ({ partnershipId, breakdownId: rest.id, measureId })));
  }

  async withdraw(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<void> {
    await tx.rows(BreakdownRow).update({ partnershipId, id, supersededAt: IsNull() }, { supersededAt: at });
  }
}
