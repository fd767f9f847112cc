import { type CalendarDate, type DateRange, type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Recorded } from './recorded.js';
import { RegardNoteRow } from './regard-note.row.js';
import { UpperPlanRow } from './upper-plan.row.js';

export interface NewUpperPlan {
  readonly id: Id;
  readonly title: string;
  /** Whose plan it is. */
  readonly owner: string;
  readonly inForce: DateRange;
  /** The plan whose place it takes. */
  readonly succeedsId: Id | null;
  /** Where its days were taken from. */
  readonly source: string;
}

export interface NewRegardNote {
  readonly priorityId: Id;
  readonly upperPlanId: Id;
  readonly regardedOn: CalendarDate;
  /** Who had regard, in words, such as "the board". */
  readonly regardedBy: string;
  readonly wording: string;
}

/** Plans above ours, and the regard that was had to them. */
@Injectable()
export class AlignmentRepository {
  async addUpperPlan(
    tx: Tx,
    partnershipId: Id,
    { inForce, ...plan }: NewUpperPlan,
    { by, at }: Recorded,
  ): Promise<void> {
    await tx.rows(UpperPlanRow).insert({
      ...{ partnershipId, ...plan, inForceFrom: inForce.from, inForceUntil: inForce.until },
      ...{ recordedBy: by, recordedAt: at },
    });
  }

  async upperPlan(tx: Tx, partnershipId: Id, id: Id): Promise<{ title: string; from: CalendarDate } | null> {
    const row = await tx.rows(UpperPlanRow).findOneBy({ partnershipId, id });
    return row && { title: row.title, from: row.inForceFrom as CalendarDate };
  }

  async isSucceeded(tx: Tx, partnershipId: Id, id: Id): Promise<boolean> {
    return tx.rows(UpperPlanRow).existsBy({ partnershipId, succeedsId: id });
  }

  /** A note of regard takes the place of the one that stands on the same priority and plan, which is kept. */
  async note(tx: Tx, partnershipId: Id, note: NewRegardNote, { by, at }: Recorded): Promise<void> {
    const { priorityId, upperPlanId } = note;
    await tx
      .rows(RegardNoteRow)
      .update({ partnershipId, priorityId, upperPlanId, supersededAt: IsNull() }, { supersededAt: at });
    await tx
      .rows(RegardNoteRow)
      .insert({ partnershipId, id: newId(), ...note, recordedBy: by, recordedAt: at });
  }
}
