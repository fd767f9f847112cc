import type { Decimal, Id } from '@lib/kernel';
import { readCount } from './read-count.js';

/** A line as far as pasted rows are matched with it. */
export interface PasteLine {
  readonly id: Id;
  readonly label: string;
}

export interface PastedFigure {
  /** The row of the pasted text, from 1 on. */
  readonly row: number;
  readonly line: PasteLine;
  readonly count: Decimal;
}

export type ReadPasted =
  | { readonly figures: readonly PastedFigure[]; readonly problems: null }
  /** Each names its row; nothing of the paste is used. */
  | { readonly figures: null; readonly problems: readonly string[] };

const MOST_ROWS = 500;
const MOST_COLUMNS = 50;

/**
 * Reads what is pasted from a spreadsheet: rows of a measure's name and its figure (other columns may stand between
 * them), or one column of figures in the order of the return. Rows without a figure are left as they are. All or
 * nothing: a single row that cannot be right refuses the whole, so that nobody has to find out what was taken.
 *
 * @param text rows end with a line break, columns are parted by tabs, as spreadsheets copy them
 */
export function readPasted(text: string, lines: readonly PasteLine[]): ReadPasted {
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((row, index) => ({ row: index + 1, cells: row.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const refuse = (...problems: string[]): ReadPasted => ({ figures: null, problems });
  if (rows.length === 0) return refuse('Paste at least one row with a figure');
  if (rows.length > MOST_ROWS) return refuse(`There are ${rows.length} rows: paste at most ${MOST_ROWS}`);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (widest > MOST_COLUMNS)
    return refuse(`There are ${widest} columns: paste the measure and its figure only`);
  return widest === 1 ? inOrder(rows, lines) : byName(rows, lines);
}

type Row = { readonly row: number; readonly cells: readonly string[] };

function inOrder(rows: readonly Row[], lines: readonly PasteLine[]): ReadPasted {
  if (rows.length !== lines.length)
    return {
      figures: null,
      problems: [
        `There are ${rows.length} figures for ${lines.length} lines: paste one for each, or paste the names of the measures too`,
      ],
    };
  return collected(rows.map(({ row, cells }, index) => read(row, lines[index]!, cells[0]!)));
}

function byName(rows: readonly Row[], lines: readonly PasteLine[]): ReadPasted {
  const seen = new Set<Id>();
  return collected(
    rows.flatMap(({ row, cells }, index) => {
      const [name = ''] = cells;
      const figure = cells.slice(1).findLast((cell) => cell !== '') ?? '';
      const line = lines.find(({ label }) => sameName(label, name));
      // A first row that names no line and holds no number is the heading.
      if (!line && index === 0 && !/^\W*\d/.test(figure)) return [];
      if (!line) return [`Row ${row}: there is no line “${name.slice(0, 60)}” in this return`];
      if (seen.has(line.id)) return [`Row ${row}: ${line.label} is there twice`];
      seen.add(line.id);
      return figure === '' ? [] : [read(row, line, figure)];
    }),
  );
}

function read(row: number, line: PasteLine, text: string): PastedFigure | string {
  const result = readCount(text, line.label);
  return 'problem' in result ? `Row ${row}: ${result.problem}` : { row, line, count: result.count };
}

function collected(results: readonly (PastedFigure | string)[]): ReadPasted {
  const problems = results.filter((one) => typeof one === 'string');
  if (problems.length > 0) return { figures: null, problems };
  const figures = results.filter((one) => typeof one !== 'string');
  return figures.length > 0
    ? { figures, problems: null }
    : { figures: null, problems: ['Paste at least one row with a figure'] };
}

function sameName(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(one) === plain(other);
}
