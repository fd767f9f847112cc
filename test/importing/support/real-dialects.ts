import { calendarDate } from '@lib/kernel';
import { CODE_LISTS, meaningOf, seriesEverywhere, type SourceKey } from '@lib/published-data';
import { openTable } from '../../../libs/importing/src/table/open-table.js';
import { fileOf } from '../../../libs/importing/src/testing/read-published.js';
import type { Dialect } from './dialects.js';

/** What is said of a file as it was published, so that it can be changed as those that were made by hand. */
type Said = Omit<Dialect, 'rows'>;

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => at + from);

export const REAL_WARDS: Said = {
  ...{ name: 'real wards', written: { lineEnd: '\r\n' }, figures: range(5, 24), labels: range(0, 5) },
  rare: isRare('mps-ward', '2025-06-01', ([major, minor, , , borough]) => ({
    ...{ label: `${major} / ${minor}`, isOdd: /burglary|unknown|aviation/i.test(`${minor} ${borough}`) },
  })),
};

export const REAL_DASHBOARD: Said = {
  ...{ name: 'real dashboard', written: { lineEnd: '\n' }, figures: [10], labels: [0, 4, 6, 7] },
  rare: isRare('mps-dashboard', '2025-08-01', (row) => ({
    ...{ label: `${row[6]} / ${row[7]}`, isOdd: !row[4]!.startsWith('E09') },
  })),
};

export const REAL_SURVEY: Said = {
  ...{
    name: 'real survey',
    written: { lineEnd: '\r\n', delimiter: ';' },
    figures: [4, 5],
    labels: [0, 2, 3],
  },
  rare: () => false,
};

export const REAL_STREET: Said = {
  ...{ name: 'crimes by street, real', written: { lineEnd: '\r\n' }, figures: [], labels: [1, 2, 7, 8, 9] },
  rare: () => true,
};

export const REAL_LOOKUP: Said = {
  ...{ name: 'real lookup', written: { encoding: 'utf-8 with a mark' }, figures: [], labels: range(0, 6) },
  rare: () => false,
};

export async function dialectOf(bytes: Buffer, said: Said): Promise<Dialect> {
  const rows: (readonly string[])[] = [];
  const table = await openTable(fileOf(bytes));
  for await (const batch of table.rows(null)) rows.push(...batch.map(({ cells }) => [...cells]));
  return { ...said, rows };
}

/** What not every area has a row of: one of them may be missing. */
function isRare(
  source: SourceKey,
  release: string,
  read: (row: readonly string[]) => { readonly label: string; readonly isOdd: boolean },
): Dialect['rare'] {
  const day = calendarDate(release);
  const everywhere = seriesEverywhere(CODE_LISTS[source], day);
  return (row) => {
    const { label, isOdd } = read(row);
    const means = meaningOf(CODE_LISTS[source], label, day);
    return isOdd || means === null || !everywhere.includes(means);
  };
}
