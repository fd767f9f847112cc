import type { MeasureFigures } from '@lib/reporting';
import { SHORTHAND } from '../../performance/figure-shorthand.js';

const HEADER = [
  'measure',
  'quarter',
  'first_day',
  'figure',
  'unit',
  'no_figure_because',
  'source',
  'release',
];

/** The figures of a measure as CSV (RFC 4180, one header row, ISO dates). */
export function measureCsv({ name, unit, quarters }: MeasureFigures): string {
  const rows = quarters.map(({ quarter, count, said, reason, source, release }) => [
    text(name),
    text(quarter.name),
    quarter.firstDay,
    said === null ? (count ?? '[x]') : SHORTHAND[said],
    text(unit),
    text(reason ?? ''),
    text(source ?? ''),
    text(release ?? ''),
  ]);
  return [HEADER, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front: it is read, not run. */
function text(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
