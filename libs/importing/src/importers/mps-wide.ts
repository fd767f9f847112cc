import { addMonths, calendarDate, type CalendarDate, dateInWords } from '@lib/kernel';
import { labelKey } from '@lib/published-data';
import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type {
  AreaLabel,
  Batch,
  ColumnAnswers,
  Findings,
  Period,
  PublishedCell,
  Recognised,
  SeriesLabel,
} from '../importer.js';
import { findColumns, IGNORED, type WantedColumn } from '../table/columns.js';
import { monthColumns, readMonth, spanOf } from '../table/months.js';
import type { HeadOfTable, OpenTable } from '../table/open-table.js';
import { type CellValue, isPlainCount, type PlaceInFile, readCount } from '../table/read-number.js';
import { askAboutMark, interned, isBlank, kept, refuseOtherName, rowsBelow } from '../table/rows-below.js';

/** A row of a borough or ward in one of the wide files of the Metropolitan Police Service: a column for each month. */
export interface WideLayout {
  readonly wanted: readonly WantedColumn[];
  readonly areaOf: (cell: (role: string) => string) => AreaLabel;
  /** Looks at all areas that there are. */
  readonly whenRead?: (areas: readonly AreaLabel[], findings: Findings) => void;
  /** “by borough”. */
  readonly by: string;
}

/** The roles that every wide file has. */
export const OFFENCE_COLUMNS: readonly WantedColumn[] = [
  { key: 'major', name: 'the group of offences', headings: ['MajorText', 'Major Text', 'Major Category'] },
  { key: 'minor', name: 'the offence', headings: ['MinorText', 'Minor Text', 'Minor Category'] },
];

const MONTHS_OF_A_YEAR = 12;
const CELLS_OF_A_BATCH = 2000;
const MONTHS_OF_A_FILE = 24;
const FIRST_MONTH = calendarDate('2010-04-01');

type Span = ReturnType<typeof spanOf>;

/** What a wide file is recognised by: its offences and areas, and months for columns. */
export function recogniseWide(
  { sheets, format }: HeadOfTable,
  answers: ColumnAnswers,
  { wanted, by }: WideLayout,
): Recognised | null {
  if (format !== 'csv') return null;
  // The heading is the first row that is no note, also where none of its names is known: the months say what it is.
  const { rows } = sheets[0]!;
  const heading = rows.find(hasAYearOfMonths) ?? rows.find((row) => !isBlank(row));
  if (!heading) return null;
  const months = monthColumns(heading.cells, answers);
  if (months.size === 0) return null;
  const found = findColumns(heading.cells, wanted, withoutMonths(heading.cells, months, answers));
  if (found.columns.size === 0 && months.size < MONTHS_OF_A_YEAR) return null;
  const { first, last } = spanOf(months.values());
  return {
    ...found,
    headingRow: heading.number,
    what: `${months.size === 1 ? 'one month' : `${months.size} months`}, ${monthInWords(first)} to ${monthInWords(last)}, ${by}`,
  };
}

function hasAYearOfMonths({ cells }: SheetRow): boolean {
  return cells.filter((cell) => readMonth(cell) !== null).length >= MONTHS_OF_A_YEAR;
}

/** Reads a wide file. The months of a row are read where its heading says that they are, in whatever order. */
export async function* readWide(
  table: OpenTable,
  { columns, headingRow }: Recognised,
  findings: Findings,
  answers: ColumnAnswers,
  layout: WideLayout,
): AsyncGenerator<Batch> {
  const heading = table.head.sheets[0]!.rows.find(({ number }) => number === headingRow)!;
  const months = [...monthColumns(heading.cells, answers)];
  const series = new Map<string, SeriesLabel>();
  const areas = new Map<string, AreaLabel>();
  for await (const rows of rowsBelow(table, headingRow, findings)) {
    let cells: PublishedCell[] = [];
    for (const row of rows) {
      // A row has up to two hundred of them.
      if (cells.length > CELLS_OF_A_BATCH) {
        yield { cells };
        cells = [];
      }
      const cell = (role: string) => row.cells[columns.get(role)!]!.trim();
      const found = layout.areaOf(cell);
      if (found.label === '' || !cell('major') || !cell('minor'))
        throw new ImportRefused(
          `Row ${row.number} does not say which offence or which area it is about. Download the file again from its publisher.`,
        );
      // Another spelling is the same offence and the same area: a row that is there twice is found out by that.
      const label = `${cell('major')} / ${cell('minor')}`;
      const offence = interned(series, labelKey(label), () => kept({ label, unit: 'count' } as const));
      const area = interned(areas, areaKey(found), () => kept(found));
      if (found.label === found.code) refuseOtherName(area, found, row.number);
      for (const [column, period] of months) {
        const written = row.cells[column]!;
        const { value, mark } = isPlainCount(written)
          ? { value: written, mark: null }
          : markedCount(written, { row: row.number, column }, findings);
        // In full, and without objects on the way: there are hundreds of thousands.
        cells.push({ series: offence, area, period, value, mark, row: row.number, column, sheet: null });
      }
    }
    yield { cells };
  }
  layout.whenRead?.([...areas.values()], findings);
  const span = spanOf(months.map(([, period]) => period));
  askIfAllMonths(span, months.length, findings);
  askIfOutOfOrder(months, findings);
  findings.release(...releaseAfter(span, months.length));
}

/** Several names stand for what is no borough, and may stand side by side. */
function areaKey({ code, label }: AreaLabel): string {
  return code !== null && code.startsWith('E') ? code : labelKey(label);
}

/** Columns that were moved take their figures along; where headings alone were, the figures are of other months. */
function askIfOutOfOrder(months: readonly (readonly [number, Period])[], findings: Findings): void {
  const [first, last] = [months[0]!, months.at(-1)!].map(([, { from }]) => from);
  const at = months.findIndex(([, { from }], index) => {
    const next = months[index + 1]?.[1].from;
    return next !== undefined && from < next !== first! < last!;
  });
  if (at < 0) return;
  const [before, after] = [months[at]!, months[at + 1]!].map(([, { from }]) => monthInWords(from));
  findings.ask({
    ...{ kind: 'rows', subject: 'order' },
    sentence: `The months are not in order: ${before} stands before ${after}. Did each month keep its own figures?`,
    accept: 'It did: whole columns were moved, with their headings',
  });
}

/** Of a cell that is not plain. Where there is no number, that is asked about. */
function markedCount(written: string, place: PlaceInFile, findings: Findings): CellValue {
  const read = readCount(written, place);
  askAboutMark(findings, read, place);
  return read;
}

/** What every file has, and by what a month that was lost at an end of it is noticed. */
function askIfAllMonths({ first, last }: Span, months: number, findings: Findings): void {
  if (months === MONTHS_OF_A_FILE || (first === FIRST_MONTH && months > MONTHS_OF_A_FILE)) return;
  findings.ask({
    kind: 'rows',
    subject: 'span',
    sentence: `Such files have ${MONTHS_OF_A_FILE} months, or all from ${monthInWords(FIRST_MONTH)} on, and this one has ${months}, from ${monthInWords(first)} to ${monthInWords(last)}. Is that so at its publisher’s?`,
    accept: 'It is: load it with these months',
  });
}

/**
 * The service publishes in the month after the last one. A release has two files: the last 24 months, and everything
 * before them from April 2010 on. The second does not say when it ends: that it lost its last month, only the first
 * tells.
 */
function releaseAfter({ first, last }: Span, months: number): Parameters<Findings['release']> {
  const isHistorical = first === FIRST_MONTH && months > MONTHS_OF_A_FILE;
  return isHistorical
    ? [
        addMonths(last, MONTHS_OF_A_FILE + 1),
        'a historical file ends where the 24 months begin that are published with it, in the month after them',
        { beginsOn: addMonths(last, 1) },
      ]
    : [addMonths(last, 1), 'the file is published in the month after the last one in it'];
}

function withoutMonths(
  headings: readonly string[],
  months: ReadonlyMap<number, Period>,
  answers: ColumnAnswers,
): ColumnAnswers {
  return new Map([...answers, ...[...months.keys()].map((column) => [headings[column]!, IGNORED] as const)]);
}

/** “February 2024”. */
export function monthInWords(firstDay: CalendarDate): string {
  return dateInWords(firstDay).replace(/^1 /, '');
}
