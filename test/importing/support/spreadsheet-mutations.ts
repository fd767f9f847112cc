import { type Written, csvOf } from '../../../libs/importing/src/testing/csv-of.js';
import type { Dialect } from './dialects.js';
import type { Mutation } from './mutations.js';

type Rows = readonly (readonly string[])[];

export const of = <Thing>(things: readonly Thing[], number: number): Thing => things[number % things.length]!;
const isMonth = (text: string) => /^\d{6}$/.test(text) || /^\d{4}-\d{2}(-01)?$/.test(text);
const isCount = (text: string) => /^\d+([.,]\d+)?$/.test(text);
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Ways in which spreadsheets and people write a month; the last ones may be taken for another day. */
const MONTHS: readonly ((year: string, month: string) => string)[] = [
  (year, month) => `${NAMES[Number(month) - 1]}-${year.slice(2)}`,
  (year, month) => `${NAMES[Number(month) - 1]} ${year}`,
  (year, month) => `01/${month}/${year}`,
  (year, month) => `1/${Number(month)}/${year}`,
  (year, month) => `${year}-${month}-01 00:00:00`,
  (year, month) => `${year}-${month}-01T00:00:00Z`,
  (year, month) => String(Date.UTC(Number(year), Number(month) - 1, 1) / 86_400_000 + 25_569),
  (year, month) => `${year}${month}01`,
  (year, month) => `${year}/${month}`,
  (year, month) => `${year}${month}.0`,
  (year, month) => ` ${year}${month} `,
  (year, month) => `${month}/01/${year}`,
  (year, month) => `${month}/${year}`,
  (year, month) => `01.${month}.${year}`,
  (year, month) => `${month}/01/${year.slice(2)}`,
];

/** Ways of writing a number, some of which say something else to somebody else. */
const NUMBERS: readonly ((digits: string) => string)[] = [
  (digits) => grouped(digits, ','),
  (digits) => grouped(digits, '.'),
  (digits) => grouped(digits, ' '),
  (digits) => grouped(digits, '\u00A0'),
  (digits) => grouped(digits, '’'),
  (digits) => `${digits}.0`,
  (digits) => `${digits},0`,
  (digits) => `${digits}.000`,
  (digits) => `${digits},000`,
  (digits) => `${digits},00`,
  (digits) => (digits.length > 3 ? Number(digits).toExponential(2).toUpperCase() : digits),
  (digits) => ` ${digits} `,
  (digits) => `\u00A0${digits}\u00A0`,
  (digits) => digits.replace(',', '.'),
  (digits) => digits.replace('.', ','),
];

/** What stands in one cell where a number should. */
const NO_NUMBERS = [
  ...[
    '-12',
    '(12)',
    '+12',
    '12%',
    '=12',
    "'12",
    '12*',
    '12 [r]',
    '£12',
    '<5',
    '..',
    ':',
    'NULL',
    'nan',
    'None',
  ],
  ...[
    '#REF!',
    '#DIV/0!',
    'TRUE',
    '1.2E+05',
    '1,2,3',
    '1.2.3',
    '12-13',
    '12,5',
    '012,345',
    '１２',
    '12a',
    '\u221212',
  ],
];

export const OTHER_LETTERS: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => `${text}  `,
  (text) => ` ${text}`,
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replace(' ', '\n'),
  (text) => text.replaceAll(/\b[a-z]/gi, (letter) => letter.toUpperCase()),
  (text) => text.slice(0, 50),
  (text) => text.slice(0, 12),
  (text) => text.replaceAll(' and ', ' & ').replaceAll(' AND ', ' & '),
  (text) => text.replaceAll("'", '’').replaceAll('"', '“'),
];

/** What spreadsheets make of months, numbers and names. */
export const OF_SPREADSHEETS: Readonly<Record<string, Mutation>> = {
  'months are written in another way': ({ rows, written }, [way]) => {
    const other = (text: string) =>
      isMonth(text) ? of(MONTHS, way)(text.slice(0, 4), text.replace('-', '').slice(4, 6)) : text;
    const months = monthCells(rows);
    if (months.length === 0) return null;
    return table(
      written,
      rows.map((row, at) =>
        row.map((cell, column) =>
          months.includes(at === 0 ? -1 : column) || (at === 0 && isMonth(cell)) ? other(cell) : cell,
        ),
      ),
      `months as ${of(MONTHS, way)('2026', '02')}`,
    );
  },
  'a month is another one': ({ rows, written }, [at, by]) => {
    const columns = rows[0]!.flatMap((cell, column) => (isMonth(cell) ? [column] : []));
    if (columns.length === 0) return null;
    const column = of(columns, at);
    const other = monthLater(rows[0]![column]!, (by % 61) - 30 || 31);
    return table(written, rows.with(0, rows[0]!.with(column, other)), `${rows[0]![column]} -> ${other}`);
  },
  'two months change their headings': ({ rows, written }, [first, second]) => {
    const columns = rows[0]!.flatMap((cell, column) => (isMonth(cell) ? [column] : []));
    const [a, b] = [of(columns, first), of(columns, second)];
    if (columns.length === 0 || a === b) return null;
    const heading = rows[0]!.with(a, rows[0]![b]!).with(b, rows[0]![a]!);
    return table(written, rows.with(0, heading), `${rows[0]![a]} <-> ${rows[0]![b]}`);
  },
  'all numbers are written in another way': (dialect, [way]) => {
    if (dialect.figures.length === 0) return null;
    const other = (row: readonly string[]) =>
      row.map((cell, column) =>
        dialect.figures.includes(column) && isCount(cell) ? of(NUMBERS, way)(cell) : cell,
      );
    return table(
      dialect.written,
      dialect.rows.map((row, at) => (at === 0 ? row : other(row))),
      `as ${of(NUMBERS, way)('1234')}`,
    );
  },
  'a number is written in another way': (dialect, [at, which, way]) =>
    inOneCell(dialect, dialect.figures, [at, which], (cell) =>
      isCount(cell) ? of(NUMBERS, way)(cell) : cell,
    ),
  'a number is none': (dialect, [at, which, what]) =>
    inOneCell(dialect, dialect.figures, [at, which], () => of(NO_NUMBERS, what)),
  'all names are in other letters': (dialect, [way]) =>
    table(
      dialect.written,
      dialect.rows.map((row, at) =>
        at === 0
          ? row
          : row.map((cell, column) =>
              dialect.labels.includes(column) ? of(OTHER_LETTERS, way)(cell) : cell,
            ),
      ),
      `names in way ${way % OTHER_LETTERS.length}`,
    ),
  'all headings are in other letters': ({ rows, written }, [way]) =>
    table(
      written,
      rows.with(0, rows[0]!.map(of(OTHER_LETTERS.slice(0, 8), way))),
      `headings in way ${way % 8}`,
    ),
  'a name is in other letters': (dialect, [at, which, way]) =>
    inOneCell(dialect, dialect.labels, [at, which], of(OTHER_LETTERS, way)),
};

function monthCells(rows: Rows): number[] {
  const first = rows[1] ?? [];
  return [
    ...(rows[0]!.some(isMonth) ? [-1] : []),
    ...first.flatMap((cell, column) =>
      isMonth(cell) && !isMonth(rows[0]![column]!) && /-/.test(cell) ? [column] : [],
    ),
  ];
}

function monthLater(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(4, 6)) - 1 + by;
  return `${Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, '0')}`;
}

function grouped(digits: string, mark: string): string {
  return /^\d+$/.test(digits) ? digits.replace(/\B(?=(\d{3})+$)/g, mark) : digits;
}

/** The table with one cell changed; null where that changes nothing. */
export function inOneCell(
  dialect: Dialect,
  columns: readonly number[],
  [at, which]: readonly [number, number],
  change: (cell: string) => string,
) {
  if (columns.length === 0) return null;
  const index = 1 + (at % (dialect.rows.length - 1));
  const column = of(columns, which);
  const row = dialect.rows[index]!;
  const changed = change(row[column]!);
  if (changed === row[column]) return null;
  return table(
    dialect.written,
    dialect.rows.with(index, row.with(column, changed)),
    `row ${index}, column ${column}: “${row[column]}” -> “${changed}”`,
  );
}

export function table(written: Written, rows: Rows, what: string) {
  return { bytes: csvOf(rows, written), what };
}
