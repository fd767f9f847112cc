import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EnteredFigure, QuarterlyReturn } from '../domain/quarterly-return.js';
import { type EntryColumns, fromColumns, toColumns } from './entry-columns.js';
import { FigureRow } from './figure.row.js';

@Injectable()
export class FigureRepository {
  /** What was last submitted on each line. */
  async submitted(tx: Tx, { partnershipId, id }: QuarterlyReturn): Promise<EnteredFigure[]> {
    const rows = await tx.query<EntryColumns & { lineId: Id; enteredBy: Id }>(
      `select f.line_id as "lineId", f.kind, f.value, f.reason, f.expected_on::text as "expectedOn",
              f.source, f.release, f.entered_by as "enteredBy"
         from figure f
         join return_line l on l.partnership_id = f.partnership_id and l.id = f.line_id
        where l.partnership_id = $1 and l.return_id = $2 and f.superseded_at is null`,
      [partnershipId, id],
    );
    return rows.map((row) => ({ lineId: row.lineId, enteredBy: row.enteredBy, entry: fromColumns(row) }));
  }

  /** Records a figure for the return's quarter; one that stood on the line before is superseded and kept. */
  async record(
    tx: Tx,
    { partnershipId, quarter }: QuarterlyReturn,
    { lineId, enteredBy, entry }: EnteredFigure,
    recordedAt: Date,
  ): Promise<void> {
    const standing = await tx
      .rows(FigureRow)
      .findOneBy({ partnershipId, lineId, referenceFrom: quarter.firstDay, supersededAt: IsNull() });
    if (standing)
      await tx.rows(FigureRow).update({ partnershipId, id: standing.id }, { supersededAt: recordedAt });
    await tx.rows(FigureRow).insert({
      partnershipId,
      id: newId(),
      lineId,
      referenceFrom: quarter.firstDay,
      referenceUntil: quarter.until,
      enteredBy,
      recordedAt,
      supersedesId: standing?.id ?? null,
      ...toColumns(entry),
    });
  }
}
