import { readCalendarDate } from '@lib/kernel';
import type { SheetRow } from '@lib/spreadsheets';
import type { HeadOfTable } from '../table/open-table.js';
import { readPeriod } from '../table/periods.js';
import { isBlank } from '../table/rows-below.js';

/** The heading of a table that somebody typed, with its first row. */
export interface TypedHead {
  /** Null for a CSV. */
  readonly sheet: string | null;
  readonly heading: SheetRow;
  readonly first: SheetRow;
}

/** A table with more columns than this is no list of figures: nobody wants to be asked about each. */
const MOST_COLUMNS = 20;
/** What is counted, where, when, and the figure. */
const FEWEST_COLUMNS = 4;

/**
 * Where such a table begins: at the first row of a CSV, or at the first row of a workbook that looks like headings above
 * figures. Sheets hold words as well, and titles above their tables.
 *
 * @returns null where there is none
 */
export function typedHead({ format, sheets }: HeadOfTable): TypedHead | null {
  if (format === 'csv') {
    const [heading, first] = sheets[0]!.rows.filter((row) => !isBlank(row));
    return heading && first && isWideEnough(heading) ? { sheet: null, heading, first } : null;
  }
  for (const { name, rows } of sheets) {
    const below = rows.filter((row) => !isBlank(row));
    const at = below.findIndex((row, index) => isHeading(row) && isOfFigures(below[index + 1], row));
    if (at >= 0) return { sheet: name, heading: below[at]!, first: below[at + 1]! };
  }
  return null;
}

function isWideEnough({ cells }: SheetRow): boolean {
  return cells.length >= FEWEST_COLUMNS && cells.length <= MOST_COLUMNS;
}

/** Words in every cell, and no number or time: those stand below a heading. */
function isHeading(row: SheetRow): boolean {
  return (
    isWideEnough(row) && row.cells.every((cell) => cell.trim() !== '' && !isNumber(cell) && !isTime(cell))
  );
}

function isOfFigures(row: SheetRow | undefined, heading: SheetRow): boolean {
  if (!row || row.cells.length > heading.cells.length) return false;
  const time = row.cells.findIndex(isTime);
  return time >= 0 && row.cells.some((cell, column) => column !== time && isNumber(cell));
}

function isNumber(cell: string): boolean {
  return /^-?[\d.,]*\d[\d.,]*%?$/.test(cell.trim());
}

function isTime(cell: string): boolean {
  const bare = cell.trim();
  return readPeriod(bare, '') !== null || readCalendarDate(bare) !== null;
}
