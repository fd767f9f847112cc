import type { Id } from '@lib/kernel';
import type { DecimalMark } from '@lib/spreadsheets';
import type { FigureEntry } from './figure-entry.js';
import { readCell } from './read-cell.js';
import { BETWEEN_MONTHS, readMonths } from './read-months.js';

/** A line as far as rows of a spreadsheet are matched with it. */
export interface LineToFill {
  readonly id: Id;
  readonly label: string;
  readonly countedBy: 'quarter' | 'month';
}

export interface ReadFigure {
  readonly line: LineToFill;
  readonly entry: FigureEntry;
}

/** A row or a cell that cannot be used. */
export interface Rejected {
  /** A sentence that names the row or cell. */
  readonly problem: string;
  /** The line it was meant for, where that is known. */
  readonly line: LineToFill | null;
}

/** What rows of a spreadsheet say. All or nothing: where something is rejected, none of the figures is to be used. */
export interface ReadFigures {
  readonly figures: readonly ReadFigure[];
  readonly rejected: readonly Rejected[];
}

/** Nothing of it can be used. */
export function refuse(problem: string): ReadFigures {
  return { figures: [], rejected: [reject(problem)] };
}

export function reject(problem: string, line: LineToFill | null = null): Rejected {
  return { problem, line };
}

/** One figure, or what is wrong with it and where. @param where "Row 3" or "Cell C7" */
export function readFigure(
  where: string,
  line: LineToFill,
  text: string,
  decimalMark?: DecimalMark,
): ReadFigure | Rejected {
  const read =
    line.countedBy === 'month'
      ? readMonths(text.split(BETWEEN_MONTHS), line.label, decimalMark)
      : readCell(text, line.label, decimalMark);
  return 'problem' in read ? reject(`${where}: ${read.problem}`, line) : { line, entry: read.entry };
}

/** @param ifNone the problem where not one row has a figure */
export function collected(results: readonly (ReadFigure | Rejected)[], ifNone: string): ReadFigures {
  if (results.length === 0) return refuse(ifNone);
  const figures = results.filter((one) => 'entry' in one);
  const rejected = results.filter((one) => 'problem' in one);
  return { figures, rejected };
}

/** Whether two names are the same but for capitals and spaces. */
export function sameName(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(one) === plain(other);
}
