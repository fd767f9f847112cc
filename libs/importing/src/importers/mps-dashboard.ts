import { addMonths, calendarDate, type CalendarDate, readCalendarDate } from '@lib/kernel';
import { labelKey, NO_BOROUGH } from '@lib/published-data';
import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, Importer, Period, PublishedCell, SeriesLabel } from '../importer.js';
import { findColumns, findHeading, type WantedColumn } from '../table/columns.js';
import { monthFrom, noMonth, readMonth } from '../table/months.js';
import { readCount } from '../table/read-number.js';
import { askAboutMark, interned, kept, refuseOtherName, rowsBelow } from '../table/rows-below.js';
import { refuseOtherBorough } from './borough-codes.js';
import { askAboutMonths, LastRows, refuseOtherYear } from './mps-dashboard-checks.js';
import { monthInWords } from './mps-wide.js';

const WANTED: readonly WantedColumn[] = [
  { key: 'month', name: 'the month', headings: ['month_year'] },
  { key: 'area-type', name: 'the kind of area', headings: ['area_type'] },
  { key: 'borough', name: 'the borough as the service is organised', headings: ['borough_snt'] },
  { key: 'area', name: 'the name of the area', headings: ['area_name'] },
  { key: 'code', name: 'the code of the area', headings: ['area_code'] },
  { key: 'type', name: 'the kind of crime', headings: ['crime_type'] },
  { key: 'subtype', name: 'what is counted', headings: ['crime_subtype'] },
  { key: 'measure', name: 'offences or positive outcomes', headings: ['measure'] },
  { key: 'year', name: 'the financial year', headings: ['financial_year'], optional: true },
  { key: 'year-index', name: 'the index of the financial year', headings: ['fy_fyindex'], optional: true },
  { key: 'count', name: 'the count', headings: ['count'] },
  { key: 'refreshed', name: 'the day of the extract', headings: ['refresh_date'], optional: true },
  { key: 'sheet', name: 'the sheet', headings: ['sheet'], optional: true },
];

/**
 * The dashboard's long file: a row for each month, area and thing counted, and none for nothing. What stands under
 * several kinds of crime (a lethal-barrel discharge is gun crime too) is one series: its sub-type names it.
 */
export const mpsDashboard: Importer = {
  key: 'mps-dashboard',
  source: 'mps-dashboard',
  title: 'MPS Monthly Crime Dashboard',
  lookOf: 'A CSV with a row for each month, borough and measure: domestic abuse, hate, knife and gun crime',
  roles: WANTED,
  // That of August 2025 has 49,431.
  mostRows: 500_000,
  recognise({ format, sheets }, answers) {
    if (format !== 'csv') return null;
    const heading = findHeading(sheets[0]!.rows, WANTED, 5);
    if (!heading) return null;
    return {
      ...findColumns(heading.cells, WANTED, answers),
      headingRow: heading.number,
      what: 'months by borough, with positive outcomes',
    };
  },
  async *read(table, { columns, headingRow }, findings) {
    const months = new Map<string, Period>();
    const areas = new Map<string, AreaLabel>();
    const series = new Map<string, SeriesLabel>();
    const lastRows = new LastRows();
    let refreshed = '';
    const cellOf = (row: SheetRow): PublishedCell => {
      const cell = (role: string) => row.cells[columns.get(role)!]!.trim();
      const column = columns.get('count')!;
      if (columns.has('refreshed') && cell('refreshed') > refreshed) refreshed = cell('refreshed');
      const label = `${cell('subtype')} / ${cell('measure')}`;
      if (!cell('subtype') || !cell('measure')) throw unsaid(row);
      const place = { row: row.number, column };
      const read = readCount(cell('count'), place);
      askAboutMark(findings, read, place);
      const year = columns.has('year') ? cell('year') : '';
      const period = interned(months, `${cell('month')} in ${year}`, () => {
        const month = readMonth(cell('month'));
        if (!month) throw noMonth(row.number, cell('month'));
        refuseOtherYear(month, year, row.number);
        return monthFrom(month);
      });
      lastRows.add({ area: cell('area'), type: cell('type'), subtype: cell('subtype') });
      return {
        ...read,
        ...{ row: row.number, column, sheet: null, period },
        series: interned(series, labelKey(label), () => kept({ label, unit: 'count' } as const)),
        area: areaOf(areas, cell, row.number),
      };
    };
    for await (const rows of rowsBelow(table, headingRow, findings)) yield { cells: rows.map(cellOf) };
    const [day, because] = releaseOf(refreshed, [...months.values()]);
    if (day) findings.release(day, because);
    askAboutMonths(day, [...months.values()], findings);
    lastRows.askIfCut(findings);
    const extracted = readCalendarDate(refreshed);
    if (extracted) findings.extractedOn(extracted);
  },
};

function areaOf(areas: Map<string, AreaLabel>, cell: (role: string) => string, row: number): AreaLabel {
  const code = cell('code');
  const isBorough = /^E09\d{6}$/.test(code);
  const name = cell('area') || 'No area named';
  const found = { name, within: isBorough ? null : cell('borough') };
  if (isBorough) refuseOtherBorough({ code, name }, row);
  const area = interned(areas, isBorough ? code : `${cell('borough')} / ${name}`, (label) =>
    kept({
      ...{ label, ...found },
      // What was recorded for no borough is counted there, and asked about by nobody.
      code: isBorough ? code : OUTSIDE_BOROUGHS.test(cell('borough')) ? NO_BOROUGH.unknown : null,
    }),
  );
  refuseOtherName(area, found, row);
  return area;
}

const OUTSIDE_BOROUGHS = /^(other \/ nk|aviation security)/i;

function releaseOf(refreshed: string, months: readonly Period[]): [CalendarDate | null, string] {
  const day = readCalendarDate(refreshed);
  if (day) return [calendarDate(`${day.slice(0, 7)}-01`), 'the file says when its figures were taken'];
  const last = months
    .map(({ from }) => from)
    .toSorted()
    .at(-1);
  return [
    last ? addMonths(last, 1) : null,
    `the last month in the file is ${last ? monthInWords(last) : 'none'}`,
  ];
}

function unsaid(row: SheetRow): ImportRefused {
  return new ImportRefused(
    `Row ${row.number} does not say what it counts. Download the file again from its publisher.`,
  );
}
