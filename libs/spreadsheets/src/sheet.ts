import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from './limits.js';
import { FileRefused, refused } from './refusals.js';

export interface Cell {
  /** As it reads, trimmed; a number in digits with a decimal point, at most as exact as a spreadsheet shows it. */
  readonly text: string;
  /** Why the text cannot be taken for a figure ("holds a date"); null where it can. */
  readonly fault: string | null;
}

export interface Row {
  /** As the spreadsheet counts them, from 1 on. */
  readonly number: number;
  /** By column, A first. */
  readonly cells: readonly Cell[];
}

/** How the file writes decimals. With a comma, 1.754,0 is 1754. */
export type DecimalMark = 'point' | 'comma';

/** A sheet as rows of text: whatever the format was, from here on it is the same. Rows without anything are left out. */
export interface Sheet {
  /** Null for a CSV, which has one. */
  readonly name: string | null;
  readonly decimalMark: DecimalMark;
  readonly rows: readonly Row[];
}

export const EMPTY: Cell = { text: '', fault: null };

/** "C7". @param column from 0 on */
export function cellReference(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

export function isEmpty({ text, fault }: Cell): boolean {
  return text === '' && fault === null;
}

/** Takes rows in, one by one, and refuses as soon as it is too much: the rest of the file need not be read. */
export class Rows {
  readonly rows: Row[] = [];

  add(number: number, cells: readonly Cell[]): void {
    const last = cells.findLastIndex((cell) => !isEmpty(cell));
    if (last < 0) return;
    if (last >= MOST_COLUMNS)
      throw new FileRefused(
        `Cell ${cellReference(last, number)}: the selected file has more than ${MOST_COLUMNS} columns: keep the columns of the template only`,
      );
    const long = cells.findIndex(({ text }) => text.length > LONGEST_CELL);
    if (long >= 0)
      throw new FileRefused(
        `Cell ${cellReference(long, number)} holds more than ${LONGEST_CELL.toLocaleString('en-GB')} characters: keep the text of the template only`,
      );
    if (this.rows.length === MOST_ROWS) throw refused('file.rows');
    this.rows.push({ number, cells: cells.slice(0, last + 1) });
  }
}
