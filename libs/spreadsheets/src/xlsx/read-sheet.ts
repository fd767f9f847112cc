import { MOST_OF_A_WORKBOOK } from '../limits.js';
import { FileRefused } from '../refusals.js';
import { cellReference, isEmpty, type Row, Rows } from '../sheet.js';
import { cellValue, type Lookups } from './cell-value.js';
import { readSheetXml, type WrittenRow } from './sheet-xml.js';

/** The rows of a sheet, with everything in them visible: what is uploaded is what its owner saw. */
export async function readSheetRows(
  chunks: AsyncIterable<Buffer>,
  lookups: Lookups,
): Promise<readonly Row[]> {
  const rows = new Rows();
  await readSheetXml(chunks, MOST_OF_A_WORKBOOK.elements, {
    cell: (written, inline) => cellValue(written, inline, lookups),
    merged: refuseMerged,
    row(row) {
      if (row.isHidden) refuseHidden(row);
      rows.add(row.number, row.cells);
    },
  });
  return rows.rows;
}

function refuseMerged(ref: string | undefined): never {
  const named = /^[A-Z]{1,3}\d{1,7}(:[A-Z]{1,3}\d{1,7})?$/.test(ref ?? '') ? ` ${ref}` : '';
  throw new FileRefused(
    `Cells${named} are merged: unmerge them, so that every measure has a figure of its own, and save the file again`,
  );
}

function refuseHidden({ number, cells }: WrittenRow): void {
  const first = cells.findIndex((cell) => !isEmpty(cell));
  if (first >= 0)
    throw new FileRefused(
      `Row ${number} is hidden (cell ${cellReference(first, number)} holds something): show it or delete it, so that you upload what you see`,
    );
}
