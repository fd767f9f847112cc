import { dateInWords, readCalendarDate } from '@lib/kernel';
import type { SheetRow } from '@lib/spreadsheets';
import type { ColumnRole } from '../domain/asked.js';
import { ImportRefused } from '../domain/import-refused.js';
import type {
  AreaLabel,
  ColumnAnswers,
  Findings,
  Importer,
  Period,
  PublishedCell,
  Recognised,
  SeriesLabel,
} from '../importer.js';
import { findColumns, findHeading, headingKey, type WantedColumn } from '../table/columns.js';
import type { HeadOfTable } from '../table/open-table.js';
import { readMonth } from '../table/months.js';
import { readCount } from '../table/read-number.js';
import { interned, refuseOtherName, sheetRowsBelow } from '../table/rows-below.js';
import { refuseOtherBorough } from './borough-codes.js';
import { midYear } from './mid-years.js';
import { askAboutNames, askAboutYears, namesElsewhere } from './population-checks.js';
import { askAboutTotals } from './population-totals.js';

const WANTED: readonly WantedColumn[] = [
  { key: 'code', name: 'the code of the area', headings: ['Code'] },
  { key: 'area', name: 'the name of the area', headings: ['Name'] },
  { key: 'geography', name: 'the kind of area', headings: ['Geography'], optional: true },
];

/** What is answered of a sheet by its title. */
const SUMMARY: ColumnRole = {
  ...{ key: 'sheet-population', name: 'how many people live in each area' },
  isOfSheet: true,
};
const NO_SUMMARY: ColumnRole = {
  ...{ key: 'sheet-nothing', name: 'nothing that is needed: leave the sheet out' },
  isOfSheet: true,
};
/** Every such sheet of the publisher’s begins with the country. */
const COUNTRY = /^(K04000001|E92000001|W92000004)$/;
const YEAR = /^(?:estimated|estimates?|population|persons|mid|june|:|-)*((?:19|20)\d\d)$/;

const EVERYBODY: SeriesLabel = { label: 'All persons', unit: 'people' };

/**
 * The workbook of mid-year estimates, of which the sheet is read that has all years. The sheet of median ages has the
 * same columns, so what a sheet is about is told by its title. Regions and counties are areas with codes of their own,
 * and hold the districts: an area is never the sum of the rows under it.
 */
export const onsPopulation: Importer = {
  key: 'ons-population',
  source: 'ons-population',
  title: 'Mid-year population estimates (ONS)',
  lookOf:
    'The XLSX of mid-year population estimates with a sheet “Population estimates: Summary”, such as MYE4',
  roles: [...WANTED, SUMMARY, NO_SUMMARY],
  recognise(head, answers) {
    const [found, ...others] = summaries(head, answers);
    if (!found) return askAboutTitles(candidates(head, answers));
    if (others.length > 0)
      throw new ImportRefused(
        `Sheets “${found.sheet}” and “${others[0]!.sheet}” both say that they are the summary of population estimates. Delete the one that is not meant.`,
      );
    const years = [...found.years.values()].toSorted((a, b) => a - b);
    return {
      ...found.found,
      headingRow: found.heading.number,
      what: `mid-${years[0]} to mid-${years.at(-1)}, by area`,
    };
  },
  async *read(table, { columns }, findings, answers) {
    const [{ sheet, heading, years }] = summaries(table.head, answers) as [Summary];
    sayRelease(table.head, findings);
    const periods = new Map([...years].map(([column, year]) => [column, midYear(year)]));
    const areas = new Map<string, AreaLabel>();
    const cells: PublishedCell[] = [];
    for await (const rows of sheetRowsBelow(table, sheet, heading))
      for (const row of rows) cells.push(...cellsOf(row, { columns, periods, sheet, areas }));
    askAboutTotals(cells, findings);
    askAboutYears([...years.values()], findings);
    askAboutNames(await namesElsewhere(table, sheet), cells, findings);
    yield { cells };
  },
};

interface Summary {
  readonly sheet: string;
  readonly heading: SheetRow;
  /** By column. */
  readonly years: ReadonlyMap<number, number>;
  readonly found: Pick<Recognised, 'columns' | 'missing' | 'unknown'>;
}

/** The sheets that say in their title that they have everybody, and in their headings when. */
function summaries(head: HeadOfTable, answers: ColumnAnswers): Summary[] {
  return candidates(head, answers).filter(({ isSummary }) => isSummary);
}

interface Candidate extends Summary {
  readonly title: string;
  /** Null where its title does not say, and nobody else did. */
  readonly isSummary: boolean | null;
}

/** The sheets with areas and years; the one of median ages is among them. */
function candidates({ format, sheets }: HeadOfTable, answers: ColumnAnswers): Candidate[] {
  if (format !== 'xlsx') return [];
  const said = new Map([...answers].map(([title, role]) => [headingKey(title), role]));
  return sheets.flatMap(({ name, rows }) => {
    const heading =
      findHeading(rows, WANTED, 2, answers) ?? rows.find((row) => yearColumns(row, said).size > 1) ?? null;
    if (!heading) return [];
    const years = yearColumns(heading, said);
    if (years.size === 0) return [];
    const above = rows.filter(({ number }) => number < heading.number).flatMap(({ cells }) => cells);
    const title = above.find((cell) => cell.trim() !== '')?.trim() ?? name!;
    const answer = said.get(headingKey(title));
    const isSummary = answer ? answer === SUMMARY.key : above.some(isSummaryTitle) || null;
    // Where no title says so, a table with years may be about anything.
    if (isSummary === null && !rows.some(({ cells }) => cells.some((cell) => COUNTRY.test(cell)))) return [];
    const columns = findColumns(heading.cells, WANTED, answers);
    const unknown = columns.unknown.filter(({ column }) => !years.has(column));
    return [{ sheet: name!, heading, years, title, isSummary, found: { ...columns, unknown } }];
  });
}

/** Where no title is known, the sheet of everybody may be any of them. */
function askAboutTitles(sheets: readonly Candidate[]): Recognised | null {
  const open = sheets.filter(({ isSummary }) => isSummary === null);
  if (open.length === 0) return null;
  return {
    ...{ what: 'population by area', headingRow: open[0]!.heading.number, columns: new Map() },
    missing: [SUMMARY],
    unknown: open.map(({ title }) => ({ heading: title, column: 0, isTitle: true })),
  };
}

const isSummaryTitle = (cell: string) => /population estimates:\s*summary/i.test(cell);

/** @throws ImportRefused where two columns are of one year */
function yearColumns({ cells }: SheetRow, said: ReadonlyMap<string, string>): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  for (const [column, heading] of cells.entries()) {
    const key = headingKey(heading);
    // What a person says of a column is a month: the June of its year.
    const year = readMonth(said.get(key) ?? '')?.slice(0, 4) ?? YEAR.exec(key)?.[1];
    if (year === undefined) continue;
    if ([...years.values()].includes(Number(year)))
      throw new ImportRefused(
        `The file has two columns of mid-${year}, and which of them is meant it does not say. Download it again from its publisher.`,
      );
    years.set(column, Number(year));
  }
  return years;
}

function cellsOf(
  row: SheetRow,
  {
    columns,
    periods,
    sheet,
    areas,
  }: {
    readonly columns: ReadonlyMap<string, number>;
    readonly periods: ReadonlyMap<number, Period>;
    readonly sheet: string;
    readonly areas: Map<string, AreaLabel>;
  },
): PublishedCell[] {
  const text = (role: string) => row.cells[columns.get(role)!]!.trim();
  const code = text('code');
  if (!/^[EWKNSJ]\d{8}$/.test(code)) {
    // A footnote, or a line between.
    if ([...periods.keys()].every((column) => row.cells[column]!.trim() === '')) return [];
    throw new ImportRefused(
      `Row ${row.number} of sheet “${sheet}” has figures, but no code of an area (“${code.slice(0, 40)}”). Download the file again from its publisher; if it says the same there, ask the publisher.`,
    );
  }
  refuseOtherBorough({ code, name: text('area') }, row.number, sheet);
  const found = { name: text('area'), within: null };
  const area = interned(areas, code, (label): AreaLabel => ({ label, ...found, code: label }));
  refuseOtherName(area, found, row.number);
  return [...periods].map(([column, period]) => {
    const place = { row: row.number, column, sheet };
    return { ...{ series: EVERYBODY, area, period }, ...readCount(row.cells[column]!, place), ...place };
  });
}

/** “originally published at 9.30am 23 November 2023”; a later release revises earlier years. */
function sayRelease({ sheets }: HeadOfTable, findings: Findings): void {
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  const dayIn = (form: RegExp) =>
    texts.map((text) => readCalendarDate(form.exec(text)?.[1] ?? '')).find((day) => day !== null);
  const published =
    dayIn(/originally published\b.*?(\d{1,2} [a-z]+ \d{4})/i) ??
    dayIn(/date published:?\s*(\d{1,2} [a-z]+ \d{4})/i);
  if (published) findings.release(published, 'its cover says that it was published on that day');
  const corrected = dayIn(/corrected on (\d{1,2}[ /][a-z0-9]+[ /]\d{4})/i);
  if (corrected) findings.note(`The file says that it was corrected on ${dateInWords(corrected)}.`);
}
