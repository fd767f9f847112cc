import type { Decimal } from '@lib/kernel';
import writeExcelFile from 'write-excel-file/node';
import type { Value } from './write-csv.js';

export interface SheetToWrite {
  readonly name: string;
  /** The first row is the heading. */
  readonly rows: readonly (readonly Value[])[];
  /** Characters that each column is wide. */
  readonly widths: readonly number[];
}

/**
 * Sheets as a workbook (.xlsx), in the way that screen readers can follow: one table from A1 on with one heading row,
 * no merged, hidden or coloured cells. Texts are texts and cannot be run, so they are written as they are.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      data: rows.map((row, index) => row.map((value) => cell(value, index === 0))),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

function cell(value: Decimal | string | null, isHeading: boolean) {
  if (value === null) return null;
  if (typeof value !== 'string') return { type: Number, value: value.toNumber() };
  return { type: String, value, wrap: true, ...(isHeading && { fontWeight: 'bold' as const }) };
}
