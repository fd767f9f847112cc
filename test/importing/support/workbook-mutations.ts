import {
  type Changed,
  changed,
  headingAt,
  inACell,
  inColumns,
  inHeading,
  inRows,
  isCode,
  isNumber,
  of,
  rowsWithCodes,
  tablesOf,
  type SheetOfTexts,
} from './workbook-texts.js';

type Numbers = readonly [number, number, number, number];
/** Something that happens to a workbook; null for what does nothing to this one. */
export type WorkbookMutation = (sheets: readonly SheetOfTexts[], numbers: Numbers) => Changed | null;

const HEADINGS = ['', 'Total', 'Notes', 'Mid-2019', 'Burglary', 'Rate', 'Drifted heading'];
const TEXTS = ['n/a', '', '[x]', '-', '1.234', '12.5', '-3', '1 234', 'about ten', '12%', '1,234', '٣'];
const OTHER_TITLES = ['Table of offences', '', 'Notes', 'Numbers by area, year ending March 2020'];

export const OF_WORKBOOKS: Readonly<Record<string, WorkbookMutation>> = {
  'a sheet is called something else': (sheets, [which]) =>
    changed(sheets, which, (sheet) => ({ ...sheet, name: 'Sheet X' }), 'renamed'),
  'the sheets are in another order': (sheets) => ({ sheets: sheets.toReversed(), what: 'reversed' }),
  'a sheet is gone': (sheets, [which]) => {
    const table = of(tablesOf(sheets), which);
    return { sheets: sheets.filter((sheet) => sheet !== table), what: `without ${table.name}` };
  },
  'a sheet is there twice': (sheets, [which]) => {
    const table = of(tablesOf(sheets), which);
    return { sheets: [...sheets, { ...table, name: `${table.name} (2)` }], what: `${table.name} twice` };
  },
  'a heading is another one': (sheets, [which, at, what]) =>
    inHeading(sheets, which, (heading) => {
      const column = at % heading.length;
      return heading.with(column, of([...HEADINGS, ...heading], what));
    }),
  'all headings are other ones': (sheets, [which]) =>
    inHeading(sheets, which, (heading) => heading.map((_, column) => `Drifted ${column}`)),
  'the headings of areas are other ones': (sheets, [which]) =>
    inHeading(sheets, which, (heading) =>
      heading.map((cell, column) => (column < 6 && /code|name/i.test(cell) ? `Drifted ${column}` : cell)),
    ),
  'headings are in other letters': (sheets, [which, how]) =>
    inHeading(sheets, which, (heading) =>
      heading.map((cell) => of([cell.toUpperCase(), cell.replaceAll(' ', '\n'), `${cell}  `], how)),
    ),
  'two headings change places': (sheets, [which, first, second]) =>
    inHeading(sheets, which, (heading) => {
      const [a, b] = [first % heading.length, second % heading.length];
      return heading.with(a, heading[b]!).with(b, heading[a]!);
    }),
  'a column is gone': (sheets, [which, at]) =>
    inColumns(sheets, which, (row, width) => row.toSpliced(at % width, 1), `column ${at}`),
  'a column is added': (sheets, [which, at, name]) =>
    inColumns(
      sheets,
      which,
      (row, width, isHeading) =>
        row.toSpliced(at % (width + 1), 0, isHeading ? of(HEADINGS, name) : isCode(row[0]!) ? '7' : ''),
      `column ${of(HEADINGS, name)} at ${at}`,
    ),
  'a column is there twice': (sheets, [which, at, to]) =>
    inColumns(
      sheets,
      which,
      (row, width) => row.toSpliced(to % width, 0, row[at % width]!),
      `column ${at} twice`,
    ),
  'columns are in another order': (sheets, [which, by]) =>
    inColumns(
      sheets,
      which,
      (row, width) => [...row.slice(by % width), ...row.slice(0, by % width)],
      `turned by ${by}`,
    ),
  'a row is gone': (sheets, [which, at]) => inRows(sheets, which, at, (rows, row) => rows.toSpliced(row, 1)),
  'a row is there twice': (sheets, [which, at, to]) =>
    inRows(sheets, which, at, (rows, row) =>
      rows.toSpliced(row + 1 + (to % (rows.length - row)), 0, rows[row]!),
    ),
  'a number is something else': (sheets, [which, at, from, what]) =>
    inACell(sheets, which, [at, from], isNumber, () => of(TEXTS, what)),
  'a number is another one': (sheets, [which, at, from]) =>
    inACell(
      sheets,
      which,
      [at, from],
      (cell) => isNumber(cell) && Math.abs(Number(cell)) > 20,
      (cell) => String(Number(cell) * 10),
    ),
  'a code is that of another row': (sheets, [which, at, from, to]) => {
    const table = of(tablesOf(sheets), which);
    const codes = table.rows.flatMap((row) => row.filter(isCode));
    return inACell(sheets, which, [at, from], isCode, () => of(codes, to));
  },
  'two rows change their codes': (sheets, [which, first, second]) => {
    const table = of(tablesOf(sheets), which);
    // The list of combined local authorities stands alone: nothing else in the workbook has their codes.
    if (table.name.startsWith('Table C1')) return null;
    const rows = rowsWithCodes(table);
    const [a, b] = [of(rows, first), of(rows, second)];
    const column = table.rows[a]!.findLastIndex(isCode);
    const [one, other] = [table.rows[a]![column]!, table.rows[b]![column] ?? ''];
    if (one === other || !isCode(other)) return null;
    return changed(
      sheets,
      which,
      (sheet) => ({
        ...sheet,
        rows: sheet.rows
          .with(a, table.rows[a]!.with(column, other))
          .with(b, table.rows[b]!.with(column, one)),
      }),
      `${one} <-> ${other}`,
    );
  },
  'a name is another one': (sheets, [which, at, from, what]) =>
    inACell(
      sheets,
      which,
      [at, from],
      (cell) => /^[A-Z][a-z]/.test(cell),
      (cell) => of([`${cell}x`, cell.toUpperCase(), 'Sutton', ` ${cell} `], what),
    ),
  'rows stand above the heading': (sheets, [which, count, what]) => {
    const rows = Array.from({ length: 1 + (count % 12) }, () => [of(['', 'A note', 'Source: ONS'], what)]);
    return changed(
      sheets,
      which,
      (sheet) => ({ ...sheet, rows: sheet.rows.toSpliced(headingAt(sheet), 0, ...rows) }),
      `${rows.length} rows above`,
    );
  },
  'the heading has two rows': (sheets, [which, what]) =>
    changed(
      sheets,
      which,
      (sheet) => {
        const at = headingAt(sheet);
        return {
          ...sheet,
          rows: sheet.rows.toSpliced(
            at + 1,
            0,
            sheet.rows[at]!.map(() => of(['', 'n', 'number'], what)),
          ),
        };
      },
      'two rows',
    ),
  'the heading is gone': (sheets, [which]) =>
    changed(
      sheets,
      which,
      (sheet) => ({ ...sheet, rows: sheet.rows.toSpliced(headingAt(sheet), 1) }),
      'no heading',
    ),
  'a title is another one': (sheets, [which, what]) =>
    changed(
      sheets,
      which,
      (sheet) => ({ ...sheet, rows: sheet.rows.with(0, [of(OTHER_TITLES, what)]) }),
      of(OTHER_TITLES, what),
    ),
  'a title is of another year': (sheets, [which, by]) =>
    changed(
      sheets,
      which,
      (sheet) => ({
        ...sheet,
        rows: sheet.rows.with(
          0,
          sheet.rows[0]!.map((cell) =>
            cell.replaceAll(/20\d\d/g, (year) => String(Number(year) + 1 + (by % 3))),
          ),
        ),
      }),
      'another year',
    ),
  'notes and totals stand below': (sheets, [which, what]) =>
    changed(
      sheets,
      which,
      (sheet) => {
        const last = sheet.rows.at(-1)!;
        const note = of(
          [
            ['Note: revised'],
            ['Total', ...last.slice(1)],
            last.map((cell) => (isCode(cell) ? '' : cell)),
            ['E99999999', ...last.slice(1)],
          ],
          what,
        );
        return { ...sheet, rows: [...sheet.rows, [], note] };
      },
      `below ${what % 4}`,
    ),
};
