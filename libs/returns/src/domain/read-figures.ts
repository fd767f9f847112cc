import type { Id } from '@lib/kernel';
import type { DecimalMark } from '@lib/spreadsheets';
import type { FigureEntry } from './figure-entry.js';
import { readCell } from './read-cell.js';

/** A line as far as rows of a spreadsheet are matched with it. */
export interface LineToFill {
  readonly id: Id;
  readonly label: string;
}

export interface ReadFigure {
  readonly line: LineToFill;
  readonly entry: FigureEntry;
}

/** What rows of a spreadsheet say. All or nothing: where there is a problem, none of the figures is to be used. */
export interface ReadFigures {
  readonly figures: readonly ReadFigure[];
  /** Sentences; each names its row or cell. */
  readonly problems: readonly string[];
}

export function refuse(...problems: string[]): ReadFigures {
  return { figures: [], problems };
}

/** One figure, or the sentence that says what is wrong with it and where. @param where "Row 3" or "Cell C7" */
export function readFigure(
  where: string,
  line: LineToFill,
  text: string,
  decimalMark?: DecimalMark,
): ReadFigure | string {
  const read = readCell(text, line.label, decimalMark);
  return 'problem' in read ? `${where}: ${read.problem}` : { line, entry: read.entry };
}

/** @param ifNone the problem where not one row has a figure */
export function collected(results: readonly (ReadFigure | string)[], ifNone: string): ReadFigures {
  const problems = results.filter((one) => typeof one === 'string');
  const figures = results.filter((one) => typeof one !== 'string');
  return figures.length + problems.length === 0 ? refuse(ifNone) : { figures, problems };
}

/** Whether two names are the same but for capitals and spaces. */
export function sameName(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(one) === plain(other);
}
