import { readCalendarDate } from '@lib/kernel';
import { isSourceKey, labelKey, type SourceKey } from '@lib/published-data';
import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type {
  AreaLabel,
  ColumnAnswers,
  Findings,
  Importer,
  Period,
  PublishedCell,
  SeriesLabel,
} from '../importer.js';
import {
  findColumns,
  headingKey,
  headingOf,
  IGNORED,
  isHeadingOf,
  type WantedColumn,
} from '../table/columns.js';
import { readMonth } from '../table/months.js';
import type { HeadOfTable, OpenTable } from '../table/open-table.js';
import { readPeriod } from '../table/periods.js';
import { readFigure } from '../table/read-number.js';
import { interned, isBlank, kept, rowsBelow, sheetRowsBelow } from '../table/rows-below.js';
import { typedHead } from './typed-head.js';

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

/** What a column of a table of one's own can be: it is its own source. Its areas have a code or a name. */
export const OWN_COLUMNS: readonly WantedColumn[] = WANTED.filter(({ key }) => key !== 'source').map(
  (role) => (role.key === 'area-code' ? { ...role, optional: true } : role),
);
export const OF_AREAS = ['area-code', 'area'];

/**
 * A table that somebody made: a row for each figure. With a source named, its figures are of that source, copied by
 * hand; else it is a table of one's own, which `FindOwnTable` tells from the others.
 */
export const typedTable: Importer = {
  key: 'typed-table',
  source: 'own-table',
  title: 'A table of your own',
  lookOf:
    'A CSV or a workbook with a row for each figure: what is counted, the area’s code, the month, quarter or year, the figure. You say once which column is which and what the table is called',
  roles: WANTED,
  yieldsWorkbooks: true,
  recognise(head, answers) {
    const typed = typedHead(head);
    if (!typed) return null;
    const { cells, number } = typed.heading;
    const found = findColumns(cells, WITHOUT_HEADINGS, explained(cells, WANTED, answers));
    const named = sourceIn(typed.first, found.columns);
    return {
      ...found,
      headingRow: number,
      what: 'a table typed by hand',
      ...(named && { source: named }),
    };
  },
  async *read(table, { columns, headingRow, figures }, findings) {
    const periods = new Map<string, Period>();
    const areas = new Map<string, AreaLabel>();
    const series = new Map<string, SeriesLabel>();
    const said = { source: new Set<string>(), release: new Set<string>() };
    const { sheet } = typedHead(table.head)!;
    const shares = { all: true };
    const cellOf = (row: SheetRow): PublishedCell => {
      const cell = (role: string) => (columns.has(role) ? row.cells[columns.get(role)!]!.trim() : '');
      // Of a table of one's own, an area without a code is what it is called.
      const code = columns.has('area-code') ? cell('area-code') : labelKey(cell('area'));
      if (!cell('series') || !code)
        throw new ImportRefused(
          `Row ${row.number} does not say what it counts, or where. Say both, or delete the row.`,
        );
      for (const role of ['source', 'release'] as const) said[role].add(cell(role));
      const time = periodOf(cell('from'), cell('until'), row.number);
      const column = columns.get('value')!;
      const place = { row: row.number, column, sheet };
      const read = readFigure(figures ?? 'amount', cell('value'), place);
      if (read.value !== null && Math.abs(Number(read.value)) > 1) shares.all = false;
      return {
        ...{ ...read, ...place },
        // In other letters it is the same one: a row that comes twice does not become two.
        series: interned(series, labelKey(cell('series')), () =>
          kept({ label: cell('series').replace(/\s+/g, ' '), unit: figures ?? 'count' } as const),
        ),
        area: interned(areas, code, () => ({
          label: code,
          name: cell('area').replace(/\s+/g, ' ') || code,
          code,
          within: null,
        })),
        period: interned(periods, `${time.from} ${time.until}`, () => time),
      };
    };
    for await (const rows of rowsOf(table, sheet, headingRow, findings)) yield { cells: rows.map(cellOf) };
    if (figures === 'percentage' && shares.all) askIfShares(findings);
    for (const [role, values] of Object.entries(said))
      if (values.size > 1)
        throw new ImportRefused(`The table names more than one ${role}: load a table for each.`);
    const [release] = said.release;
    const day = release ? (readMonth(release) ?? readCalendarDate(release)) : null;
    if (day) findings.release(day, 'the table names it');
  },
};

const WITHOUT_HEADINGS = WANTED.map((role) => ({ ...role, headings: [] }));
const OWN_WITHOUT_HEADINGS = OWN_COLUMNS.map((role) => ({ ...role, headings: [] }));

/**
 * What each column is, as far as that is known: what was said of its heading, else what it is called. Where two columns
 * are called by one role, neither is guessed at.
 */
export function explained(
  headings: readonly string[],
  wanted: readonly WantedColumn[],
  answers: ColumnAnswers,
): ColumnAnswers {
  const said = new Map([...answers].map(([heading, role]) => [headingKey(heading), role]));
  const shown = headings.map(headingOf);
  const known = new Map<string, string>();
  for (const heading of shown) {
    const role = said.get(headingKey(heading));
    if (role !== undefined) known.set(heading, role);
  }
  const taken = new Set(known.values());
  for (const { key } of wanted) {
    const called = shown.filter((heading) => !known.has(heading) && isCalled(key, heading));
    if (called.length === 1 && !taken.has(key)) known.set(called[0]!, key);
  }
  return new Map(shown.flatMap((heading) => (known.has(heading) ? [[heading, known.get(heading)!]] : [])));
}

function isCalled(key: string, heading: string): boolean {
  return isHeadingOf(
    WANTED.find((role) => role.key === key)!,
    heading,
  );
}

/** The heading of a table of one's own that a file may be, and what its columns are where everything is explained. */
export function ownColumns(headings: readonly string[], answers: ColumnAnswers) {
  // That its source is named, and is none that is known, says nothing.
  const sources = headings.filter((heading) => isCalled('source', heading));
  const all = new Map([...sources.map((heading) => [heading, IGNORED] as const), ...answers]);
  const columns = explained(headings, OWN_COLUMNS, all);
  const found = findColumns(headings, OWN_WITHOUT_HEADINGS, columns);
  if (OF_AREAS.some((role) => found.columns.has(role))) return { columns, found };
  const missing = [...found.missing, WANTED.find(({ key }) => key === 'area-code')!];
  return { columns, found: { ...found, missing } };
}

/** @returns the headings of a table of one's own, as they are shown; null for a file that is none */
export function ownHeadings(head: HeadOfTable): readonly string[] | null {
  return typedHead(head)?.heading.cells.map(headingOf) ?? null;
}

async function* rowsOf(
  table: OpenTable,
  sheet: string | null,
  headingRow: number,
  findings: Findings,
): AsyncGenerator<readonly SheetRow[]> {
  if (sheet === null) return yield* rowsBelow(table, headingRow, findings);
  const { heading } = typedHead(table.head)!;
  for await (const rows of sheetRowsBelow(table, sheet, heading)) yield rows.filter((row) => !isBlank(row));
}

/** A spreadsheet keeps 45% as 0.45, and a person may have meant either. */
function askIfShares(findings: Findings): void {
  findings.ask({
    kind: 'rows',
    subject: 'shares',
    sentence:
      'None of the percentages is more than 1, as where a spreadsheet keeps 45% as 0.45. Are they percentages all the same?',
    accept: 'They are: 0.45 means 0.45%, less than one in a hundred',
  });
}

function sourceIn({ cells }: SheetRow, columns: ReadonlyMap<string, number>): SourceKey | null {
  const named = cells[columns.get('source') ?? -1]?.trim() ?? '';
  return isSourceKey(named) && named !== 'own-table' ? named : null;
}

function periodOf(from: string, until: string, row: number): Period {
  const period = readPeriod(from, until);
  if (period) return period;
  throw new ImportRefused(
    `Row ${row}: “${`${from} ${until}`.trim().slice(0, 40)}” is no month (2026-03), quarter (2025/26 Q3), financial year (2025/26), or first and last day.`,
  );
}
