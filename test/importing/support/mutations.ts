import type { Dialect } from './dialects.js';
import {
  DELIMITERS,
  ENCODINGS,
  LINE_ENDS,
  csvOf,
  type Written,
} from '../../../libs/importing/src/testing/csv-of.js';

/** A file that something has happened to. */
export interface Mutated {
  readonly bytes: Buffer;
  /** For whoever reads of a failure. */
  readonly what: string;
}

/** Numbers at hand, from 0 on, that choose where and how. */
type Numbers = readonly [number, number, number, number];

/**
 * Something that happens to files. Null for what does nothing to this one, and for the few things that nobody can tell
 * from what the publisher wrote; each says why.
 */
export type Mutation = (dialect: Dialect, numbers: Numbers) => Mutated | null;

type Rows = readonly (readonly string[])[];

const TEXTS = ['n/a', 'about ten', '-3', '12.5', '1.234', '1 234', '', '[x]', '-', '7e3', '٣'] as const;
const HEADINGS = ['', 'Total', 'Notes', '202603', '202401', 'Sep-25', 'month', 'x'] as const;

const isMonth = (heading: string) => /^\d{6}$/.test(heading);
const of = <Thing>(things: readonly Thing[], number: number): Thing => things[number % things.length]!;
const withRow = (rows: Rows, at: number, row: readonly string[]): Rows => rows.with(at, row);

/** Mutations of what a table says. */
export const OF_TABLES: Readonly<Record<string, Mutation>> = {
  'a heading is another one': (dialect, [at, which]) => {
    const heading = dialect.rows[0]!;
    const column = at % heading.length;
    const other = of([...HEADINGS, ...heading], which);
    if (other === heading[column]) return null;
    return table(
      dialect,
      withRow(dialect.rows, 0, heading.with(column, other)),
      `${heading[column]} -> ${other}`,
    );
  },
  'two headings change places': (dialect, [first, second]) => {
    const heading = dialect.rows[0]!;
    const [a, b] = [first % heading.length, second % heading.length];
    // Which of two months is which, only their headings say.
    if (a === b || (isMonth(heading[a]!) && isMonth(heading[b]!))) return null;
    const changed = heading.with(a, heading[b]!).with(b, heading[a]!);
    return table(dialect, withRow(dialect.rows, 0, changed), `${heading[a]} <-> ${heading[b]}`);
  },
  'the columns are in another order': (dialect, [seed]) => {
    const order = shuffled(
      dialect.rows[0]!.map((_, column) => column),
      seed,
    );
    return table(
      dialect,
      dialect.rows.map((row) => order.map((column) => row[column]!)),
      `order ${order.join(' ')}`,
    );
  },
  'a column is gone': (dialect, [at]) => {
    const column = at % dialect.rows[0]!.length;
    return table(
      dialect,
      dialect.rows.map((row) => row.toSpliced(column, 1)),
      `without ${dialect.rows[0]![column]}`,
    );
  },
  'a column is there twice': (dialect, [at, to]) => {
    const column = at % dialect.rows[0]!.length;
    const place = to % (dialect.rows[0]!.length + 1);
    return table(
      dialect,
      dialect.rows.map((row) => row.toSpliced(place, 0, row[column]!)),
      `column ${column} twice`,
    );
  },
  'a column is added': (dialect, [at, which, seed]) => {
    const place = at % (dialect.rows[0]!.length + 1);
    const name = of(HEADINGS, which);
    const added = dialect.rows.map((row, index) =>
      row.toSpliced(place, 0, index === 0 ? name : String((seed + index) % 90)),
    );
    return table(dialect, added, `with ${name}`);
  },
  'rows are gone': (dialect, [at, count]) => {
    const first = 1 + (at % (dialect.rows.length - 1));
    const gone = dialect.rows.slice(first, first + 1 + (count % 3));
    if (gone.every(dialect.rare)) return null;
    return table(
      dialect,
      dialect.rows.toSpliced(first, gone.length),
      `without rows ${first} to ${first + gone.length - 1}`,
    );
  },
  'a row is there twice': (dialect, [at, to]) => {
    const row = dialect.rows[1 + (at % (dialect.rows.length - 1))]!;
    // Two crimes without a number in one street are two lines that say the same.
    if (dialect.name === 'crimes by street, without numbers') return null;
    const place = 1 + (to % dialect.rows.length);
    return table(dialect, dialect.rows.toSpliced(place, 0, row), `“${row.slice(0, 4).join(' ')}” twice`);
  },
  'the rows are in another order': (dialect, [seed]) => {
    const [heading, ...rows] = dialect.rows;
    return table(dialect, [heading!, ...shuffled(rows, seed)], `order ${seed}`);
  },
  'a number is something else': (dialect, [at, which, what]) => {
    if (dialect.figures.length === 0) return null;
    const row = 1 + (at % (dialect.rows.length - 1));
    const column = of(dialect.figures, which);
    const changed = dialect.rows[row]!.with(column, of(TEXTS, what));
    return table(
      dialect,
      withRow(dialect.rows, row, changed),
      `row ${row}, column ${column}: “${of(TEXTS, what)}”`,
    );
  },
  'a row is about something else': (dialect, [at, which, from]) => {
    const row = dialect.rows[1 + (at % (dialect.rows.length - 1))]!;
    const column = of(dialect.labels, which);
    const other = dialect.rows[1 + (from % (dialect.rows.length - 1))]![column]!;
    if (other === row[column] || dialect.rare(row)) return null;
    const changed = withRow(dialect.rows, dialect.rows.indexOf(row), row.with(column, other));
    return table(dialect, changed, `“${row.slice(0, 5).join(' ')}”: ${row[column]} -> ${other}`);
  },
  'a row is about something unknown': (dialect, [at, which]) => {
    const row = dialect.rows[1 + (at % (dialect.rows.length - 1))]!;
    const column = of(dialect.labels, which);
    if (dialect.rare(row)) return null;
    const changed = withRow(dialect.rows, dialect.rows.indexOf(row), row.with(column, `${row[column]}x`));
    return table(dialect, changed, `“${row.slice(0, 5).join(' ')}”: ${row[column]}x`);
  },
  'the file comes twice': (dialect, [cut]) => {
    // The same crimes without a number once more cannot be told from as many others, unless a heading parts them.
    const withHeading = cut % 2 === 0 || dialect.name === 'crimes by street, without numbers';
    return table(dialect, [...dialect.rows, ...dialect.rows.slice(withHeading ? 0 : 1)], 'twice');
  },
};

/** Ways of writing a table that change nothing of what it says. */
export const OF_WRITING: Readonly<Record<string, Mutation>> = {
  'it is written in another way': ({ rows, written }, [encoding, delimiter, ends, quotes]) =>
    written_(rows, {
      ...written,
      ...{ encoding: of(ENCODINGS, encoding), delimiter: of(DELIMITERS, delimiter) },
      ...{ lineEnd: of([...LINE_ENDS, LINE_ENDS], ends), quotesAll: quotes % 2 === 1 },
    }),
  'it has empty lines': ({ rows, written }, [first, second, separators]) => {
    const empty = separators % 2 === 0 ? [''] : rows[0]!.map(() => '');
    return written_(
      rows.toSpliced(first % (rows.length + 1), 0, empty).toSpliced(second % (rows.length + 2), 0, empty),
      written,
    );
  },
};

/** What happens to bytes. */
export const OF_BYTES: Readonly<Record<string, Mutation>> = {
  'it is cut': (dialect, [at, isLate]) => {
    const bytes = csvOf(dialect.rows, dialect.written);
    // Most of the interesting places are near the end.
    const length =
      isLate % 2 === 0 ? at % bytes.length : bytes.length - 1 - (at % Math.min(200, bytes.length - 1));
    const left = bytes.subarray(0, length).toString();
    const rowsLeft = left.split(/\r\n|\n/).length - 1;
    // Cut behind a line: what follows could be rows that the file never had.
    if (left.endsWith('\n') && dialect.rows.slice(rowsLeft).every(dialect.rare)) return null;
    return { bytes: bytes.subarray(0, length), what: `cut after ${length} of ${bytes.length} bytes` };
  },
  'delimiters trail': (dialect, [which]) => {
    const { delimiter = ',' } = dialect.written;
    const trailing = (row: readonly string[], at: number) =>
      which % 3 === 0 || (which % 3 === 1 ? at === 0 : at > 0) ? [...row, ''] : row;
    return { ...table(dialect, dialect.rows.map(trailing), `${delimiter} at ends ${which % 3}`) };
  },
};

export const ALL: Readonly<Record<string, Mutation>> = { ...OF_TABLES, ...OF_WRITING, ...OF_BYTES };

function table({ written }: Dialect, rows: Rows, what: string): Mutated {
  return { bytes: csvOf(rows, written), what };
}

function written_(rows: Rows, written: Written): Mutated {
  return { bytes: csvOf(rows, written), what: JSON.stringify(written) };
}

/** The same things in an order that a number gives. */
function shuffled<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const order = things.map((thing, index) => [Math.imul(index + 1, seed * 2 + 1) >>> 0, thing] as const);
  const mixed = order.toSorted(
    ([a], [b]) => ((a * 2_654_435_761) % 4_294_967_296) - ((b * 2_654_435_761) % 4_294_967_296),
  );
  return mixed.map(([, thing]) => thing);
}
