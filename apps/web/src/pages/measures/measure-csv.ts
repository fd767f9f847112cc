import { Decimal } from '@lib/kernel';
import type { MeasureFigures } from '@lib/reporting';
import { writeCsv } from '@lib/spreadsheets';

const HEADER = [
  'measure',
  'quarter',
  'first_day',
  'figure',
  'unit',
  'not_available_because',
  'source',
  'release',
];

/** The figures of a measure as CSV (RFC 4180, one header row, ISO dates). */
export function measureCsv({ name, unit, quarters }: MeasureFigures): string {
  const rows = quarters.map(({ quarter, count, notAvailable, source, release }) => [
    ...[name, quarter.name, quarter.firstDay, count === null ? '[x]' : new Decimal(count)],
    ...[unit, notAvailable, source, release],
  ]);
  return writeCsv([HEADER, ...rows]);
}
