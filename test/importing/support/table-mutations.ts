import type { Mutation } from './mutations.js';
import { inOneCell, of, OTHER_LETTERS, table } from './spreadsheet-mutations.js';

/** What people do to tables where they add to them, sort them and put them together. */
export const OF_PEOPLE: Readonly<Record<string, Mutation>> = {
  'a row is there twice, in other letters': (dialect, [at, to, way, which]) => {
    if (dialect.name.startsWith('crimes by street')) return null;
    const row = dialect.rows[1 + (at % (dialect.rows.length - 1))]!;
    const column = of(dialect.labels, which);
    const again = row.with(column, of(OTHER_LETTERS.slice(0, 8), way)(row[column]!));
    const place = 1 + (to % dialect.rows.length);
    return table(
      dialect.written,
      dialect.rows.toSpliced(place, 0, again),
      `“${again.slice(0, 6).join(' ')}” twice`,
    );
  },
  'a row is there twice, with another number': (dialect, [at, to, which]) => {
    if (dialect.figures.length === 0) return null;
    const row = dialect.rows[1 + (at % (dialect.rows.length - 1))]!;
    const column = of(dialect.figures, which);
    const again = row.with(column, row[column] === '0' ? '1' : '0');
    return table(
      dialect.written,
      dialect.rows.toSpliced(1 + (to % dialect.rows.length), 0, again),
      `“${row.slice(0, 6).join(' ')}” again`,
    );
  },
  'an area is called something else': (dialect, [which, what, at]) => {
    const column = of(dialect.labels, which);
    const row = dialect.rows[1 + (at % (dialect.rows.length - 1))]!;
    if (dialect.rows.every((one) => one[column] !== row[column] || dialect.rare(one))) return null;
    const name = of(
      ['Total', 'ALL', 'Grand Total', 'London', 'Kingston-upon-Thames', 'x', '0', 'N/A', '-'],
      what,
    );
    return table(
      dialect.written,
      dialect.rows.map((one, index) =>
        index > 0 && one[column] === row[column] ? one.with(column, name) : one,
      ),
      `${row[column]} -> ${name}`,
    );
  },
  'a total row is added': (dialect, [where, what]) => {
    const { rows } = dialect;
    const last = rows.at(-1)!;
    const total = last.map((cell, column) =>
      dialect.figures.includes(column)
        ? String(rows.slice(1).reduce((sum, row) => sum + (Number(row[column]) || 0), 0))
        : dialect.labels.includes(column)
          ? of(['Total', '', 'TOTAL', 'All', cell], what + column)
          : cell,
    );
    if (dialect.figures.length === 0 || dialect.labels.every((column) => total[column] === last[column]))
      return null;
    return table(
      dialect.written,
      rows.toSpliced(of([1, rows.length, rows.length >> 1], where), 0, total),
      `total ${total.slice(0, 8).join('|')}`,
    );
  },
  'notes stand above or below': ({ rows, written }, [where, which, isWide]) => {
    const note = of(
      [
        'Source: Metropolitan Police Service',
        'Notes',
        '1. Figures are subject to change',
        'sep=;',
        '=SUM(A1:A2)',
        '\u001a',
        '---',
        '2026',
      ],
      which,
    );
    const row = isWide % 2 === 0 ? [note] : rows[0]!.map((_, column) => (column === 0 ? note : ''));
    return table(
      written,
      rows.toSpliced(of([0, 1, rows.length], where), 0, row),
      `“${note}” at ${where % 3}`,
    );
  },
  'the heading comes again': ({ rows, written }, [at, way]) =>
    table(
      written,
      rows.toSpliced(1 + (at % rows.length), 0, rows[0]!.map(of(OTHER_LETTERS.slice(0, 8), way))),
      `heading again at ${1 + (at % rows.length)}`,
    ),
  'the heading is gone': ({ rows, written }) => table(written, rows.slice(1), 'no heading'),
  'there is a heading alone': ({ rows, written }) => table(written, rows.slice(0, 1), 'heading alone'),
  'the heading has two rows': ({ rows, written }, [which]) =>
    table(
      written,
      rows.toSpliced(
        1,
        0,
        rows[0]!.map((_, column) => of(['text', 'n', '', String(column)], which)),
      ),
      'two headings',
    ),
  'one column was sorted by itself': (dialect, [which]) => {
    const column = of(dialect.labels, which);
    const sorted = dialect.rows
      .slice(1)
      .map((row) => row[column]!)
      .toSorted();
    // Where each value has become one other, only an earlier release tells.
    const pairs = new Set(dialect.rows.slice(1).map((row, at) => `${row[column]} ${sorted[at]}`));
    if (pairs.size === new Set(sorted).size) return null;
    return table(
      dialect.written,
      dialect.rows.map((row, at) => (at === 0 ? row : row.with(column, sorted[at - 1]!))),
      `${dialect.rows[0]![column]} sorted alone`,
    );
  },
  'cells of a row have moved': (dialect, [at, isLeft, from]) => {
    const index = 1 + (at % (dialect.rows.length - 1));
    const row = dialect.rows[index]!;
    const column = from % row.length;
    const moved =
      isLeft % 2 === 0
        ? [...row.toSpliced(column, 1), '']
        : row.toSpliced(column, 0, '').slice(0, row.length);
    return table(dialect.written, dialect.rows.with(index, moved), `row ${index} moved at ${column}`);
  },
  'only one of its kind is left': (dialect, [which, at]) => {
    const column = of(dialect.labels, which);
    const row = dialect.rows[1 + (at % (dialect.rows.length - 1))]!;
    const left = dialect.rows.filter((one, index) => index === 0 || one[column] === row[column]);
    if (dialect.rows.every((one, index) => index === 0 || left.includes(one) || dialect.rare(one)))
      return null;
    return table(dialect.written, left, `only ${row[column]}`);
  },
  'rows and columns change places': ({ rows, written }) =>
    rows.length > 400
      ? null
      : table(
          written,
          rows[0]!.map((_, column) => rows.map((row) => row[column]!)),
          'transposed',
        ),
  'empty columns and rows follow': ({ rows, written }, [columns, lines]) => {
    const none = Array.from({ length: columns % 3 }, () => '');
    const wide = rows.map((row) => [...row, ...none]);
    return table(
      written,
      [...wide, ...Array.from({ length: 1 + (lines % 3) }, () => wide[0]!.map(() => ''))],
      `${none.length} columns`,
    );
  },
  'a cell goes over two lines': (dialect, [at, which]) =>
    inOneCell(dialect, dialect.labels, [at, which], (cell) => `${cell.slice(0, 3)}\n${cell.slice(3)}`),
  'a cell holds what parts cells': (dialect, [at, which, what]) =>
    inOneCell(
      dialect,
      dialect.labels,
      [at, which],
      (cell) => `${cell}${of([',', ';', '"', '\t', '|'], what)}`,
    ),
};
