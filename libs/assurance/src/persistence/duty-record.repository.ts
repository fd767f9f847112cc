import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { WrittenProgress } from '../domain/duty-progress.js';
import type { WrittenHappening } from '../domain/happening.js';
import { DutyHappeningRow } from './duty-happening.row.js';
import { DutyProgressRow } from './duty-progress.row.js';
import type { Recorded } from './recorded.js';

/** What is written down about duties: what happened, and how far each occurrence has come. */
@Injectable()
export class DutyRecordRepository {
  async addHappening(
    tx: Tx,
    partnershipId: Id,
    { on, ...happening }: WrittenHappening & { readonly id: Id },
    { by, at }: Recorded,
  ): Promise<void> {
    await tx
      .rows(DutyHappeningRow)
      .insert({ partnershipId, ...happening, happenedOn: on, recordedBy: by, recordedAt: at });
  }

  /** One that stands; null where none of that id does. */
  happening(tx: Tx, partnershipId: Id, id: Id): Promise<{ trigger: string; words: string } | null> {
    return tx.rows(DutyHappeningRow).findOneBy({ partnershipId, id, supersededAt: IsNull() });
  }

  async withdrawHappening(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<void> {
    await tx
      .rows(DutyHappeningRow)
      .update({ partnershipId, id, supersededAt: IsNull() }, { supersededAt: at });
  }

  /** Says how far an occurrence has come; what stood before is superseded and kept. */
  async setProgress(
    tx: Tx,
    partnershipId: Id,
    occurrence: string,
    written: WrittenProgress,
    { by, at }: Recorded,
  ): Promise<void> {
    const rows = tx.rows(DutyProgressRow);
    await rows.update({ partnershipId, occurrence, supersededAt: IsNull() }, { supersededAt: at });
    await rows.insert({
      ...{ partnershipId, id: newId(), occurrence },
      ...written,
      ...{ recordedBy: by, recordedAt: at },
    });
  }
}
