import type { Id } from '@lib/kernel';
import {
  collected,
  type LineToFill,
  readFigure,
  type ReadFigures,
  refuse,
  reject,
  sameName,
} from './read-figures.js';

const MOST_ROWS = 500;
const MOST_COLUMNS = 50;
const NOTHING = 'Paste at least one row with a figure';

/**
 * Reads what is pasted from a spreadsheet: rows of a measure's name and its figure (other columns may stand between
 * them), or one column of figures in the order of the return. Rows without a figure are left as they are. All or
 * nothing: a single row that cannot be right refuses the whole, so that nobody has to find out what was taken.
 *
 * @param text rows end with a line break, columns are parted by tabs, as spreadsheets copy them
 */
export function readPasted(text: string, lines: readonly LineToFill[]): ReadFigures {
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((row, index) => ({ row: index + 1, cells: row.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return refuse(NOTHING);
  if (rows.length > MOST_ROWS) return refuse(`There are ${rows.length} rows: paste at most ${MOST_ROWS}`);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (widest > MOST_COLUMNS)
    return refuse(`There are ${widest} columns: paste the measure and its figure only`);
  return widest === 1 ? inOrder(rows, lines) : byName(rows, lines);
}

type Row = { readonly row: number; readonly cells: readonly string[] };

function inOrder(rows: readonly Row[], lines: readonly LineToFill[]): ReadFigures {
  if (rows.length !== lines.length)
    return refuse(
      `There are ${rows.length} figures for ${lines.length} lines: paste one for each, or paste the names of the measures too`,
    );
  return collected(
    rows.map(({ row, cells }, index) => readFigure(`Row ${row}`, lines[index]!, cells[0]!)),
    NOTHING,
  );
}

function byName(rows: readonly Row[], lines: readonly LineToFill[]): ReadFigures {
  const seen = new Set<Id>();
  const results = rows.flatMap(({ row, cells }, index) => {
    const [name = ''] = cells;
    const figure = cells.slice(1).findLast((cell) => cell !== '') ?? '';
    const line = lines.find(({ label }) => sameName(label, name));
    // A first row that names no line and holds no number is the heading.
    if (!line && index === 0 && !/^\W*\d/.test(figure)) return [];
    if (!line) return [reject(`Row ${row}: there is no line “${name.slice(0, 60)}” in this return`)];
    if (seen.has(line.id)) return [reject(`Row ${row}: ${line.label} is there twice`, line)];
    seen.add(line.id);
    return figure === '' ? [] : [readFigure(`Row ${row}`, line, figure)];
  });
  return collected(results, NOTHING);
}
