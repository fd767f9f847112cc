import { type CalendarDate, type Id, isId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { BoardDecisionRow } from './board-decision.row.js';
import type { Recorded } from './recorded.js';

export interface BoardDecision {
  readonly id: Id;
  readonly decidedOn: CalendarDate;
  /** Which meeting, in words. */
  readonly meeting: string;
  /** What was decided, as the minutes have it. */
  readonly wording: string;
}

@Injectable()
export class BoardDecisionRepository {
  async add(tx: Tx, partnershipId: Id, decision: BoardDecision, { by, at }: Recorded): Promise<void> {
    await tx.rows(BoardDecisionRow).insert({ partnershipId, ...decision, recordedBy: by, recordedAt: at });
  }

  async get(tx: Tx, partnershipId: Id, id: Id): Promise<BoardDecision> {
    const row = isId(id) ? await tx.rows(BoardDecisionRow).findOneBy({ partnershipId, id }) : null;
    if (!row) throw notFound('decision');
    const { decidedOn, meeting, wording } = row;
    return { id, decidedOn: decidedOn as CalendarDate, meeting, wording };
  }
}
