import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { EnteredFigure, QuarterlyReturn } from '../domain/quarterly-return.js';
import { ENTRY_OF, type EntryColumns, fromColumns, toColumns } from './entry-columns.js';
import { ReturnDraftValueRow } from './return-draft-value.row.js';

/** The working copy of a return while it is open; at submission it becomes figures. */
@Injectable()
export class DraftRepository {
  async figures(tx: Tx, { partnershipId, id }: QuarterlyReturn): Promise<EnteredFigure[]> {
    const rows = await tx.query<
      EntryColumns & { extractSha256: string | null; lineId: Id; enteredBy: Id; rightBecause: string | null }
    >(
      `select v.line_id as "lineId", v.entered_by as "enteredBy", v.right_because as "rightBecause",
              ${ENTRY_OF('v')}
         from return_draft_value v
         join return_line l on l.partnership_id = v.partnership_id and l.id = v.line_id
        where l.partnership_id = $1 and l.return_id = $2`,
      [partnershipId, id],
    );
    return rows.map((row) => ({
      lineId: row.lineId,
      enteredBy: row.enteredBy,
      rightBecause: row.rightBecause,
      found: null,
      entry: fromColumns(row),
    }));
  }

  async put(tx: Tx, partnershipId: Id, figure: Omit<EnteredFigure, 'found'>, enteredAt: Date): Promise<void> {
    const { lineId, enteredBy, entry, rightBecause } = figure;
    await tx
      .rows(ReturnDraftValueRow)
      .upsert({ partnershipId, lineId, enteredBy, enteredAt, rightBecause, ...toColumns(entry) }, [
        'partnershipId',
        'lineId',
      ]);
  }

  async remove(tx: Tx, partnershipId: Id, lineId: Id): Promise<void> {
    await tx.rows(ReturnDraftValueRow).delete({ partnershipId, lineId });
  }
}
