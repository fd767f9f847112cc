import { addDays, addMonths, FinancialQuarter, readCalendarDate, readFinancialYear } from '@lib/kernel';
import { isSourceKey, type SourceKey } from '@lib/published-data';
import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, Importer, Period, PublishedCell, SeriesLabel } from '../importer.js';
import { findColumns, type WantedColumn } from '../table/columns.js';
import { monthFrom, readMonth } from '../table/months.js';
import { readMeasurement } from '../table/read-number.js';
import { interned, isBlank, rowsBelow } from '../table/rows-below.js';

const WANTED: readonly WantedColumn[] = [
  { key: 'series', name: 'what is counted', headings: ['Series', 'Measure', 'Indicator', 'Offence'] },
  { key: 'area-code', name: 'the ONS code of the area', headings: ['Area code', 'ONS code', 'Code'] },
  { key: 'area', name: 'the name of the area', headings: ['Area', 'Area name'], optional: true },
  {
    key: 'from',
    name: 'the month, quarter or year, or its first day',
    headings: ['From', 'Month', 'Quarter', 'Period', 'Year'],
  },
  { key: 'until', name: 'the last day', headings: ['To', 'Last day'], optional: true },
  { key: 'value', name: 'the figure', headings: ['Value', 'Figure', 'Count', 'Number'] },
  { key: 'source', name: 'the source that it was copied from', headings: ['Source'], optional: true },
  { key: 'release', name: 'the release that it was copied from', headings: ['Release'], optional: true },
];

/** A table with more columns than this is no list of figures: nobody wants to be asked about each. */
const MOST_COLUMNS = 20;

/**
 * A table that somebody made: a row for each figure. What a column is, its heading says or a person is asked, once for
 * each heading. With a source named, its figures are of that source, copied by hand.
 */
export const typedTable: Importer = {
  key: 'typed-table',
  source: 'own-table',
  title: 'A table of your own',
  lookOf:
    'A CSV with a row for each figure: what is counted, the area’s code, the month, quarter or year, the figure. You say once which column is which',
  roles: WANTED,
  recognise({ format, sheets }, answers) {
    if (format !== 'csv') return null;
    const [heading, first] = sheets[0]!.rows.filter((row) => !isBlank(row));
    if (!heading || !first || heading.cells.length < 3 || heading.cells.length > MOST_COLUMNS) return null;
    const found = findColumns(heading.cells, WANTED, answers);
    const named = sourceOf(first, found.columns);
    return {
      ...found,
      headingRow: heading.number,
      what: 'a table typed by hand',
      ...(named && { source: named }),
    };
  },
  async *read(table, { columns, headingRow }, findings) {
    const periods = new Map<string, Period>();
    const areas = new Map<string, AreaLabel>();
    const series = new Map<string, SeriesLabel>();
    const said = { source: new Set<string>(), release: new Set<string>() };
    const cellOf = (row: SheetRow): PublishedCell => {
      const cell = (role: string) => (columns.has(role) ? row.cells[columns.get(role)!]!.trim() : '');
      const code = cell('area-code');
      if (!cell('series') || !code)
        throw new ImportRefused(
          `Row ${row.number} does not say what it counts, or where. Say both, or delete the row.`,
        );
      for (const role of ['source', 'release'] as const) said[role].add(cell(role));
      const column = columns.get('value')!;
      return {
        ...readMeasurement(cell('value'), { row: row.number, column }),
        ...{ row: row.number, column, sheet: null },
        series: interned(series, cell('series'), (label) => ({ label, unit: 'count' })),
        area: interned(areas, code, () => ({ label: code, name: cell('area') || code, code, within: null })),
        period: interned(periods, `${cell('from')} ${cell('until')}`, () =>
          periodOf(cell('from'), cell('until'), row.number),
        ),
      };
    };
    for await (const rows of rowsBelow(table, headingRow, findings)) yield { cells: rows.map(cellOf) };
    for (const [role, values] of Object.entries(said))
      if (values.size > 1)
        throw new ImportRefused(`The table names more than one ${role}: load a table for each.`);
    const [release] = said.release;
    const day = release ? (readMonth(release) ?? readCalendarDate(release)) : null;
    if (day) findings.release(day, 'the table names it');
  },
};

function sourceOf({ cells }: SheetRow, columns: ReadonlyMap<string, number>): SourceKey | null {
  const named = cells[columns.get('source') ?? -1]?.trim() ?? '';
  return isSourceKey(named) ? named : null;
}

/** A month, a quarter of a financial year, a financial year, or any first and last day. */
function periodOf(from: string, until: string, row: number): Period {
  const first = readCalendarDate(from);
  const last = readCalendarDate(until);
  if (first && last && last >= first) return { from: first, until: addDays(last, 1) };
  const month = until === '' ? readMonth(from) : null;
  if (month) return monthFrom(month);
  const slug = from.toLowerCase().replaceAll('/', '-').replace(/\s+/g, '-');
  const quarter = until === '' ? FinancialQuarter.read(slug) : null;
  if (quarter) return { from: quarter.firstDay, until: quarter.until };
  const year = until === '' ? readFinancialYear(slug) : null;
  if (year !== null) {
    const { firstDay } = FinancialQuarter.of(year, 1);
    return { from: firstDay, until: addMonths(firstDay, 12) };
  }
  throw new ImportRefused(
    `Row ${row}: “${`${from} ${until}`.trim().slice(0, 40)}” is no month (2026-03), quarter (2025/26 Q3), financial year (2025/26), or first and last day.`,
  );
}
