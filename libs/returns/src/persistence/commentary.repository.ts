import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Commentary, QuarterlyReturn } from '../domain/quarterly-return.js';
import { ReturnCommentaryRow } from './return-commentary.row.js';

@Injectable()
export class CommentaryRepository {
  /** What stands, on the lines and on the return as a whole. */
  async standing(tx: Tx, { partnershipId, id }: QuarterlyReturn): Promise<Commentary[]> {
    return tx
      .rows(ReturnCommentaryRow)
      .find({ where: { partnershipId, returnId: id, supersededAt: IsNull() }, order: { writtenAt: 'ASC' } });
  }

  /** Puts a commentary in the place of the one that stood, which is kept; null takes it away. */
  async replace(
    tx: Tx,
    { partnershipId, id: returnId }: QuarterlyReturn,
    { lineId, wording }: { lineId: Id | null; wording: string | null },
    { by, at }: { by: Id; at: Date },
  ): Promise<void> {
    const rows = tx.rows(ReturnCommentaryRow);
    await rows.update(
      { partnershipId, returnId, lineId: lineId ?? IsNull(), supersededAt: IsNull() },
      { supersededAt: at },
    );
    if (wording !== null)
      await rows.insert({
        ...{ partnershipId, id: newId(), returnId, lineId, wording },
        ...{ writtenBy: by, writtenAt: at, supersededAt: null },
      });
  }
}
