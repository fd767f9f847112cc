import { addMonths, calendarDate, type CalendarDate, readCalendarDate } from '@lib/kernel';
import { labelKey, ONS_OFFENCES } from '@lib/published-data';
import type { SheetRow } from '@lib/spreadsheets';
import type { ColumnRole } from '../domain/asked.js';
import type { ColumnAnswers, Period, Recognised, SeriesLabel, UnknownColumn } from '../importer.js';
import { findColumns, findHeading, headingKey, type WantedColumn } from '../table/columns.js';
import type { HeadOfTable } from '../table/open-table.js';
import { interned } from '../table/rows-below.js';
import { FORCE_CODE, PARTNERSHIP_CODE } from './link-rows.js';
import { midYear } from './mid-years.js';

/** What is answered of a column that no table had before and that counts something. */
export const FIGURES = { key: 'figures', name: 'figures of an offence that is new in these tables' };

/** The columns that say whom a row is of. */
export const AREA_COLUMNS: readonly WantedColumn[] = [
  { key: 'force-code', name: 'the code of the police force area', headings: ['Police Force Area code'] },
  { key: 'force', name: 'the name of the police force area', headings: ['Police Force Area name'] },
  {
    key: 'partnership-code',
    name: 'the code of the partnership',
    headings: ['Community Safety Partnership code'],
  },
  {
    key: 'partnership',
    name: 'the name of the partnership',
    headings: ['Community Safety Partnership name'],
  },
  { key: 'district-code', name: 'the code of the local authority', headings: ['Local Authority code'] },
  { key: 'district', name: 'the name of the local authority', headings: ['Local Authority name'] },
];

/** A column of figures. */
export interface FigureColumn {
  readonly series: SeriesLabel;
  readonly period: Period;
}

/** A sheet that has figures of partnerships, or null for its kind where its title does not say which. */
export interface PartnershipTable extends Pick<Recognised, 'columns' | 'missing' | 'unknown'> {
  readonly sheet: string;
  readonly title: string;
  readonly heading: SheetRow;
  /** Of changes from year to year no figure is read, since they are worked out from counts: counts are checked by them. */
  readonly kind: 'counts' | 'rates' | 'changes' | 'nothing' | null;
  /** Null where the title does not name one year. */
  readonly period: Period | null;
  readonly figures: ReadonlyMap<number, FigureColumn>;
}

/**
 * The sheets whose columns are those of partnerships, or that have codes of partnerships under whatever headings. They
 * are found by what they say, and never by their names.
 */
export function partnershipTables(
  { sheets }: HeadOfTable,
  answers: ColumnAnswers,
): readonly PartnershipTable[] {
  const known: Known = { series: new Map(), periods: new Map() };
  const kinds = new Map([...answers].map(([title, kind]) => [headingKey(title), kind]));
  return sheets.flatMap(({ name, rows }): PartnershipTable[] => {
    const heading = findHeading(rows, AREA_COLUMNS, 5, answers) ?? headingAbove(rows, PARTNERSHIP_CODE);
    if (!heading) return [];
    const title = titleOf(rows, heading);
    const answered = SHEET_KINDS.find(({ key }) => key === kinds.get(headingKey(title || name!)));
    const [kind, period] = [answered?.kind ?? kindOf(title), yearIn(title)];
    const table = { sheet: name!, title, heading, kind, period };
    if (kind === null) return [{ ...table, ...NO_COLUMNS, unknown: [aTitle(title || name!)] }];
    if (kind === 'nothing') return [{ ...table, ...NO_COLUMNS, unknown: [] }];
    return [{ ...table, ...columnsOf(heading, { kind, period, answers, known }) }];
  });
}

/** What is answered of a sheet by its title. */
export const SHEET_KINDS = [
  { key: 'sheet-counts', kind: 'counts', name: 'numbers of recorded crimes', isOfSheet: true },
  { key: 'sheet-rates', kind: 'rates', name: 'rates per 1,000 people', isOfSheet: true },
  { key: 'sheet-changes', kind: 'changes', name: 'changes from one year to the next', isOfSheet: true },
  {
    key: 'sheet-nothing',
    kind: 'nothing',
    name: 'nothing that is needed: leave the sheet out',
    isOfSheet: true,
  },
] as const satisfies readonly (ColumnRole & { readonly kind: PartnershipTable['kind'] })[];

const NO_COLUMNS = {
  columns: new Map<string, number>(),
  missing: [],
  figures: new Map<number, FigureColumn>(),
};

function aTitle(title: string): UnknownColumn {
  return { heading: title, column: 0, isTitle: true };
}

/** The row above the first one that has such a code. */
export function headingAbove(rows: readonly SheetRow[], code: RegExp): SheetRow | null {
  const has = (form: RegExp) => (row: SheetRow) => row.cells.some((cell) => form.test(cell.trim()));
  if (!rows.some(has(code))) return null;
  const first = rows.findIndex((row) => has(code)(row) || has(FORCE_CODE)(row));
  return rows[first - 1] ?? null;
}

/** One object for one label and one period, in all sheets. */
interface Known {
  readonly series: Map<string, SeriesLabel>;
  readonly periods: Map<string, Period>;
}

function columnsOf(
  heading: SheetRow,
  {
    kind,
    period,
    answers,
    known,
  }: {
    kind: 'counts' | 'rates' | 'changes';
    period: Period | null;
    answers: ColumnAnswers;
    known: Known;
  },
) {
  const isFigures = new Set(
    [...answers].filter(([, role]) => role === FIGURES.key).map(([one]) => headingKey(one)),
  );
  const others = new Map([...answers].filter(([, role]) => role !== FIGURES.key));
  const found = findColumns(heading.cells, AREA_COLUMNS, others);
  const figures = new Map<number, FigureColumn>();
  const unknown = found.unknown.filter((one) => {
    const column = figureColumn(one.heading, kind, period);
    if (!KNOWN_LABELS.has(labelKey(column.series.label)) && !isFigures.has(headingKey(one.heading)))
      return true;
    figures.set(one.column, {
      series: interned(
        known.series,
        `${column.series.unit} ${labelKey(column.series.label)}`,
        () => column.series,
      ),
      period: interned(known.periods, column.period.until, () => column.period),
    });
    return false;
  });
  return { columns: found.columns, missing: found.missing, unknown, figures };
}

const KNOWN_LABELS: ReadonlySet<string> = new Set(
  ONS_OFFENCES.series.flatMap(({ labels }) =>
    labels.map((label) => labelKey(typeof label === 'string' ? label : label.label)),
  ),
);

/**
 * What a heading counts and when. Populations and households stand beside the rates and are of a mid-year of their
 * own, which is a period here and no part of the name. A rate is called one, so that its name is not that of a count.
 */
function figureColumn(
  heading: string,
  kind: 'counts' | 'rates' | 'changes',
  period: Period | null,
): FigureColumn {
  const label = withoutNotes(heading);
  const ofYear = period ?? NO_PERIOD;
  if (kind !== 'rates')
    return { series: { label, unit: kind === 'counts' ? 'count' : 'percentage' }, period: ofYear };
  const mid = /\(mid-(\d{4})\)/i.exec(label);
  if (mid)
    return {
      series: {
        label: withoutNotes(label.replace(mid[0], ' ')),
        unit: /^population/i.test(label) ? 'people' : 'count',
      },
      period: midYear(Number(mid[1])),
    };
  const isCalledARate = /\(per 1,000 /i.test(label);
  return {
    series: { label: isCalledARate ? label : `${label} (per 1,000 population)`, unit: 'rate' },
    period: ofYear,
  };
}

/** Stands in a table that is refused before it is read. */
const NO_PERIOD: Period = { from: calendarDate('1900-01-01'), until: calendarDate('1900-01-02') };

/** “City of London[note 9]” is the City of London; spaces and line ends are one space. */
export function withoutNotes(text: string): string {
  return text
    .replace(/\[notes? [^\]]*\]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first text above the heading. */
function titleOf(rows: readonly SheetRow[], heading: SheetRow): string {
  const above = rows.filter(({ number }) => number < heading.number).flatMap(({ cells }) => cells);
  return withoutNotes(above.find((cell) => cell.trim() !== '') ?? '');
}

function kindOf(title: string): PartnershipTable['kind'] {
  if (/percentage change/i.test(title)) return 'changes';
  if (/\brate per 1,000\b/i.test(title)) return 'rates';
  return /\bnumber of (police )?recorded (crimes|offences)\b/i.test(title) ? 'counts' : null;
}

/** “year ending December 2024” or “January 2024 to December 2024”; null for none, for several, and for half a year. */
function yearIn(title: string): Period | null {
  const years = [
    ...[...title.matchAll(/\byear ending ([a-z]+ \d{4})/gi)].map(([, end]) => yearTo(end!)),
    ...[...title.matchAll(/\b([a-z]+ \d{4}) to ([a-z]+ \d{4})/gi)].map(([, first, end]) => {
      const year = yearTo(end!);
      return year?.from === firstDayOf(first!) ? year : null;
    }),
  ];
  const [year] = years;
  return year && years.every((other) => other?.until === year.until) ? year : null;
}

function yearTo(month: string): Period | null {
  const last = firstDayOf(month);
  return last && { from: addMonths(last, -11), until: addMonths(last, 1) };
}

function firstDayOf(month: string): CalendarDate | null {
  return readCalendarDate(`1 ${month}`);
}
