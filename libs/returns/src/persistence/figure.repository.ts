import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { FigureEntry } from '../domain/figure-entry.js';
import type { EnteredFigure, QuarterlyReturn } from '../domain/quarterly-return.js';
import { ENTRY_OF, type EntryColumns, fromColumns, toColumns } from './entry-columns.js';
import { FigureRow } from './figure.row.js';

@Injectable()
export class FigureRepository {
  /** What was last submitted on each line. */
  async submitted(tx: Tx, { partnershipId, id }: QuarterlyReturn): Promise<EnteredFigure[]> {
    const rows = await tx.query<
      EntryColumns & { extractSha256: string | null } & Omit<EnteredFigure, 'entry'>
    >(
      `select f.line_id as "lineId", f.entered_by as "enteredBy", f.found, f.right_because as "rightBecause",
              ${ENTRY_OF('f')}
         from figure f
         join return_line l on l.partnership_id = f.partnership_id and l.id = f.line_id
        where l.partnership_id = $1 and l.return_id = $2 and f.superseded_at is null`,
      [partnershipId, id],
    );
    return rows.map((row) => ({
      lineId: row.lineId,
      enteredBy: row.enteredBy,
      rightBecause: row.rightBecause,
      found: row.found,
      entry: fromColumns(row),
    }));
  }

  /** What was last submitted for each measure of a return. */
  async submittedByMeasure(tx: Tx, partnershipId: Id, returnId: Id): Promise<Map<Id, FigureEntry>> {
    const rows = await tx.query<EntryColumns & { extractSha256: string | null; measureId: Id }>(
      `select l.measure_id as "measureId", ${ENTRY_OF('f')}
         from figure f
         join return_line l on l.partnership_id = f.partnership_id and l.id = f.line_id
        where l.partnership_id = $1 and l.return_id = $2 and f.superseded_at is null`,
      [partnershipId, returnId],
    );
    return new Map(rows.map((row) => [row.measureId, fromColumns(row)]));
  }

  /** Records a figure for the return's quarter; one that stood on the line before is superseded and kept. */
  async record(
    tx: Tx,
    { partnershipId, quarter }: QuarterlyReturn,
    { lineId, enteredBy, entry, found, rightBecause }: EnteredFigure,
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
      found: found as string[] | null,
      rightBecause,
      ...toColumns(entry),
    });
  }
}
