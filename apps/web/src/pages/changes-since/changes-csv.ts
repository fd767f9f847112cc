import { writeCsv } from '@lib/spreadsheets';
import type { KindOfChange } from './kinds.js';

const HEADER = ['kind', 'what', 'before', 'after', 'why', 'by', 'recorded_on'];

/** What has changed as CSV (RFC 4180, one header row, ISO dates). */
export function changesCsv(kinds: readonly KindOfChange[]): string {
  const rows = kinds.flatMap(({ name, rows }) =>
    rows.map(({ what, before, after, why, by, on }) => [name, what, before, after, why, by, on]),
  );
  return writeCsv([HEADER, ...rows]);
}
