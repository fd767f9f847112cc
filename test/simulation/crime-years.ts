/** One borough's counts of one group of crimes, by financial year and quarter. */
export interface CrimeYears {
  readonly borough: string;
  readonly group: string;
  readonly years: ReadonlyMap<number, readonly number[]>;
}

/** Whole years from 2010/11 to 2018/19: before the pandemic, whose years had seasons of their own. */
const [FIRST, LAST] = [2010, 2018];

/**
 * Reads a borough file of the Metropolitan Police Service (a column for each month): MajorText, MinorText, borough, then
 * 201004 and on. For the tests of the maths only; plain commas, no quotes.
 */
export function readCrimeYears(csv: string): CrimeYears[] {
  const [head, ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const months = head!.map((name) => /^(\d{4})(\d{2})$/.exec(name));
  const series = new Map<string, Map<number, number[]>>();
  for (const row of rows) {
    if (row.length !== head!.length) continue;
    const key = `${row[2]}|${row[0]}`;
    const years = series.get(key) ?? new Map<number, number[]>();
    series.set(key, years);
    months.forEach((month, column) => {
      if (!month) return;
      const since = Number(month[2]) - 4;
      const year = since < 0 ? Number(month[1]) - 1 : Number(month[1]);
      if (year < FIRST || year > LAST) return;
      const counts = years.get(year) ?? [0, 0, 0, 0];
      years.set(year, counts);
      counts[Math.floor(((since + 12) % 12) / 3)]! += Number(row[column]);
    });
  }
  return [...series].map(([key, years]) => {
    const [borough, group] = key.split('|') as [string, string];
    return { borough, group, years };
  });
}
