import { addDays, startOfDay } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { writeCsv } from '@lib/spreadsheets';
import type { BundleScope } from '../domain/audit-bundle.js';

const ROWS_AT_A_TIME = 1_000;

/** A moment as text in UTC. */
export const utc = (moment: string) =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The parameters of a statement about a period: $1 the partnership, $2 and $3 its days, $4 and $5 its moments. */
export function parametersOf({ partnership, period: { from, until } }: BundleScope): unknown[] {
  return [partnership.id, from, until, startOfDay(from), startOfDay(addDays(until, 1))];
}

/** Conditions on the parameters of a period. */
export const WITHIN = {
  /** A moment lies in it. */
  happened: (moment: string) => `(${moment} >= $4 and ${moment} < $5)`,
  /** A half-open range of days, without an end where that is null, has a day in common with it. */
  overlaps: (from: string, until: string) =>
    `(${from} <= $3::date and (${until} is null or ${until} > $2::date))`,
} as const;

/**
 * Rows as CSV, some at a time, whatever their number.
 *
 * @param columns the heading of each column, and the SQL expression under it
 * @param from the rest of the statement, from "from" on
 */
export async function* csvOfRows(
  tx: Tx,
  columns: Readonly<Record<string, string>>,
  from: string,
  parameters: readonly unknown[],
): AsyncGenerator<string> {
  const headings = Object.keys(columns);
  const cells = Object.values(columns).map((expression) => `(${expression})::text`);
  yield writeCsv([headings]);
  await tx.query(
    `declare rows_of_bundle no scroll cursor for select array[${cells.join(', ')}] as cells ${from}`,
    parameters,
  );
  for (;;) {
    const rows = await tx.query<{ cells: (string | null)[] }>(`fetch ${ROWS_AT_A_TIME} from rows_of_bundle`);
    if (rows.length === 0) break;
    yield writeCsv(rows.map(({ cells }) => cells));
  }
  await tx.query('close rows_of_bundle');
}
