import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { CrossCheck } from '../domain/cross-check.js';
import { CrossCheckRow } from './cross-check.row.js';

@Injectable()
export class CrossCheckRepository {
  /** The rules that stand. */
  async standing(tx: Tx, partnershipId: Id): Promise<CrossCheck[]> {
    return tx.rows(CrossCheckRow).find({ where: { partnershipId, supersededAt: IsNull() } });
  }

  /** The rule that stands between two measures; null for none. */
  async between(
    tx: Tx,
    partnershipId: Id,
    partMeasureId: Id,
    wholeMeasureId: Id,
  ): Promise<CrossCheck | null> {
    return tx
      .rows(CrossCheckRow)
      .findOneBy({ partnershipId, partMeasureId, wholeMeasureId, supersededAt: IsNull() });
  }

  async add(tx: Tx, partnershipId: Id, check: CrossCheck, by: Id, at: Date): Promise<void> {
    await tx.rows(CrossCheckRow).insert({ partnershipId, ...check, recordedBy: by, recordedAt: at });
  }

  async end(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<void> {
    await tx.rows(CrossCheckRow).update({ partnershipId, id }, { supersededAt: at });
  }
}
