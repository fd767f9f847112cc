import { Decimal } from '@lib/kernel';
import type { MeasureFigures } from '@lib/reporting';
import { writeCsv } from '@lib/spreadsheets';
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
    ...[name, quarter.name, quarter.firstDay],
    said === null && count !== null ? new Decimal(count) : SHORTHAND[said ?? 'not-available'],
    ...[unit, reason, source, release],
  ]);
  return writeCsv([HEADER, ...rows]);
}
