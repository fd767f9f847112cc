import { Decimal } from '@lib/kernel';
import { readSpreadsheet, type Sheet, writeCsv, writeWorkbook } from '@lib/spreadsheets';
import { readTemplate, TEMPLATE_SHEET, templateRows } from './return-template.js';

const NAMES = { quarter: 'April to June 2011', authority: 'The Police', partnership: 'A Partnership' };
const LINES = [
  { id: 'a', label: '=Robbery', unit: 'offences', countedBy: 'quarter', figure: new Decimal(52) },
  { id: 'b', label: 'Theft, from a “car”', unit: 'offences', countedBy: 'quarter', figure: null },
] as const;
const OF_US = [NAMES.quarter, NAMES.authority, NAMES.partnership];
const HEADING = ['Measure', 'Unit', 'Figure', 'Quarter', 'Authority', 'Partnership'];

function sheetOf(rows: readonly (readonly string[])[], decimalMark: Sheet['decimalMark'] = 'point') {
  const toRow = (cells: readonly string[], index: number) => ({
    number: index + 1,
    cells: cells.map((text) => ({ text, fault: null })),
  });
  return { decimalMark, rows: rows.map(toRow) };
}

function read(sheet: Pick<Sheet, 'rows' | 'decimalMark'>) {
  const { figures, rejected } = readTemplate(sheet, NAMES, LINES);
  if (rejected.length > 0) return rejected.map(({ problem }) => problem);
  return figures.map(({ line, entry }) => [line.id, entry.kind === 'value' && entry.value.toNumber()]);
}
const readRows = (...rows: string[][]) => read(sheetOf([HEADING, ...rows]));

describe('a template that was filled in', () => {
  const filled = templateRows(NAMES, [LINES[0]!, { ...LINES[1]!, figure: new Decimal(1754) }]);

  it.each([
    ['CSV', 'figures.csv', () => Buffer.from(`\ufeff${writeCsv(filled)}`)],
    [
      'XLSX',
      'figures.xlsx',
      () =>
        writeWorkbook([
          { name: 'Notes', rows: [['Read me']], widths: [] },
          { name: TEMPLATE_SHEET, rows: filled, widths: [] },
        ]),
    ],
  ])('comes back as it was filled, as %s', async (_, name, bytes) => {
    const { sheet, problem } = await readSpreadsheet({ name, bytes: await bytes() }, TEMPLATE_SHEET);
    expect(problem).toBeNull();
    expect(read(sheet!)).toEqual([
      ['a', 52],
      ['b', 1754],
    ]);
  });

  it('may have its rows and columns in another order, and more of them', () => {
    const turned = [
      ['Partnership', 'Note', 'FIGURE', 'measure', 'Unit', 'Authority', 'Quarter'],
      [NAMES.partnership, 'late', '7', 'theft,  from a “car”', '', NAMES.authority, NAMES.quarter],
    ];
    expect(read(sheetOf(turned))).toEqual([['b', 7]]);
  });

  it('leaves a row without a figure as it is', () => {
    expect(readRows(['=Robbery', '', '', ...OF_US], ['Theft, from a “car”', '', '3', ...OF_US])).toEqual([
      ['b', 3],
    ]);
  });

  it.each([
    [
      'another quarter',
      'January to March 2011',
      3,
      'This is the template for January to March 2011; this return is for April to June 2011',
    ],
    [
      'another authority',
      'The Council',
      4,
      'This is the template of The Council; this return is of The Police',
    ],
    [
      'another partnership',
      'Elsewhere',
      5,
      'This is the template of Elsewhere; this return is of A Partnership',
    ],
  ])('is refused by name when it is of %s', (_, name, column, problem) => {
    const rows = [
      ['=Robbery', '', '5', ...OF_US],
      ['Theft, from a “car”', '', '3', ...OF_US],
    ];
    for (const row of rows) row[column] = name;
    expect(readRows(...rows)).toEqual([problem]);
    // A single row of another is named by its cell.
    rows[1]![column] = OF_US[column - 3]!;
    expect(readRows(...rows)).toEqual([`Cell ${'ABCDEF'[column]}2 must say “${OF_US[column - 3]}”`]);
  });

  it.each([
    ['no heading', [['=Robbery', 'offences', '5', ...OF_US]], /^The selected file must use the template: /],
    ['a heading twice', [[...HEADING, 'Figure']], /^The selected file must use the template: /],
    ['a heading alone', [HEADING], /^The selected file has no figures/],
  ])('is refused with %s', (_, rows, problem) => {
    expect(read(sheetOf(rows))).toEqual([expect.stringMatching(problem)]);
  });

  it('names the cell of everything that is wrong, in order', () => {
    expect(
      readRows(
        ['=Robbery', '', 'a few', ...OF_US],
        ['Arson', '', '5', ...OF_US],
        ['=robbery', '', '5', ...OF_US],
        ['Theft, from a “car”', '', '-1', ...OF_US],
        ['', '', '5', ...OF_US],
      ),
    ).toEqual([
      'Cell C2: =Robbery must be a whole number, like 126 or 1,754',
      'Cell A3: there is no line “Arson” in this return',
      'Cell A4: =Robbery is there twice, in cell A2 too',
      'Cell C5: Theft, from a “car” cannot be below 0',
      'Cell A6 is empty: it must name a measure of this return',
    ]);
  });

  it('finds a figure that was split at its comma', () => {
    expect(readRows(['=Robbery', 'offences', '1', '754', ...OF_US])).toEqual([
      'Row 2: there are more cells than headings: put a figure with a comma in quotation marks, or leave the comma out',
    ]);
  });

  it('passes on why a cell cannot be taken', () => {
    const sheet = sheetOf([HEADING, ['=Robbery', '', '40664', ...OF_US]]);
    const cells = sheet.rows[1]!.cells.map((cell, column) =>
      column === 2 ? { ...cell, fault: 'holds a date' } : cell,
    );
    expect(read({ ...sheet, rows: [sheet.rows[0]!, { number: 2, cells }] as Sheet['rows'] })).toEqual([
      'Cell C2: =Robbery holds a date',
    ]);
  });
});
