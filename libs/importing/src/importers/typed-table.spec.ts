import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import { csvOf } from '../testing/csv-of.js';
import { readPublished } from '../testing/read-published.js';
import type { Importer } from '../importer.js';
import { type ImportedFile, openTable } from '../table/open-table.js';
import { recognise } from './recognise.js';
import { typedHead } from './typed-head.js';
import { typedTable } from './typed-table.js';

const fileOf = (bytes: Buffer): ImportedFile => ({
  name: 'table.xlsx',
  async *open() {
    yield bytes;
  },
});

const HEADING = ['Series', 'Area code', 'Area', 'Period', 'Figure'];
const read = (rows: readonly (readonly string[])[], answers?: ReadonlyMap<string, string>) =>
  readPublished(typedTable, csvOf(rows), answers);

describe('a table of one’s own', () => {
  it.each([
    ['2026-03', '2026-03-01', '2026-04-01'],
    ['March 2026', '2026-03-01', '2026-04-01'],
    ['2025/26 Q3', '2025-10-01', '2026-01-01'],
    ['2025-26-q3', '2025-10-01', '2026-01-01'],
    ['2025/26', '2025-04-01', '2026-04-01'],
  ])('reads the time %s', async (period, from, until) => {
    const { cells } = (await read([HEADING, ['Knife crime', 'E09000021', 'Kingston', period, '7']]))!;
    expect(cells[0]).toMatchObject({ value: '7', period: { from, until }, area: { code: 'E09000021' } });
  });

  it('takes what is written in other letters for the same, so that a row that comes twice is seen to', async () => {
    const { cells } = (await read([
      HEADING,
      ['Knife crime', 'E09000021', 'Kingston', '2026-03', '7'],
      ['KNIFE  crime', 'E09000021', 'Kingston', 'March 2026', '7'],
    ]))!;
    expect(cells[1]!.series).toBe(cells[0]!.series);
    expect(cells[1]!.period).toBe(cells[0]!.period);
  });

  it('reads a first and a last day, which is in it', async () => {
    const { cells } = (await read([
      ['Measure', 'ONS code', 'From', 'To', 'Count'],
      ['Calls', 'E09000021', '1 July 2025', '31 December 2025', '1,234.5'.replace(',', '')],
    ]))!;
    expect(cells[0]).toMatchObject({
      value: '1234.5',
      period: { from: '2025-07-01', until: '2026-01-01' },
    });
  });

  it('asks about columns that it does not know, and reads with the answers', async () => {
    const rows = [
      ['What', 'Where', 'When', 'How many'],
      ['Calls', 'E09000021', '2026-03', '12'],
    ];
    expect(await read(rows)).toBeNull();
    const answers = new Map([
      ['What', 'series'],
      ['Where', 'area-code'],
      ['When', 'from'],
      ['How many', 'value'],
    ]);
    expect((await read(rows, answers))!.cells[0]).toMatchObject({ value: '12', series: { label: 'Calls' } });
  });

  it('is of the source and the release that it names', async () => {
    const { recognised, release } = (await read([
      [...HEADING, 'Source', 'Release'],
      ['burglary-residential', 'E09000021', 'Kingston', '2025/26 Q3', '116', 'mps-borough', '2026-03'],
    ]))!;
    expect([recognised.source, release]).toEqual(['mps-borough', '2026-03-01']);
  });

  it.each([
    [['', 'E09000021', 'Kingston', '2026-03', '7'], 'Row 2 does not say what it counts, or where'],
    [['Calls', 'E09000021', 'Kingston', 'last month', '7'], 'Row 2: “last month” is no month'],
    [['Calls', 'E09000021', 'Kingston', '2026-03', 'seven'], 'Cell E2 holds “seven”, which is not a number'],
  ])('refuses %j', async (row, words) => {
    await expect(read([HEADING, row])).rejects.toThrow(words);
  });

  it('refuses two releases in one table', async () => {
    const row = ['Calls', 'E09000021', 'Kingston', '2026-03', '7'];
    await expect(
      read([
        [...HEADING, 'Release'],
        [...row, '2026-03'],
        [...row.slice(0, 3), '2026-04', '8', '2026-04'],
      ]),
    ).rejects.toThrow('The table names more than one release: load a table for each.');
  });
});

describe('a table of one’s own in a workbook', () => {
  const HEADING = ['Kind of waste', 'Ward code', 'Reported in', 'Incidents'];
  const ROWS = [
    ['Mattress', 'E09000021', '2026-03', 7],
    ['Fridge', 'E09000021', '2026-03', 2],
  ];
  const ANSWERS = new Map([
    ['Kind of waste', 'series'],
    ['Ward code', 'area-code'],
    ['Reported in', 'from'],
    ['Incidents', 'value'],
  ]);
  const book = async (sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>) =>
    zipOf(
      workbookParts(
        Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetRows(rows)])),
      ),
    );

  it('is on the first sheet that has one, under its title', async () => {
    const bytes = await book({
      'Read me': [
        ['What this is', 'and', 'where it', 'is from'],
        ['It is', 'a log', 'of 2026', 'by hand'],
      ],
      Log: [['Fly-tipping, by ward'], HEADING, ...ROWS],
      Sums: [
        ['Ward', 'Name', 'Year', 'All'],
        ['E09000021', 'Kingston', '2025/26', 9],
      ],
    });
    const { recognised, cells } = (await readPublished(typedTable, bytes, ANSWERS))!;
    expect(recognised.headingRow).toBe(2);
    expect(cells).toMatchObject([
      { value: '7', sheet: 'Log', row: 3, column: 3, series: { label: 'Mattress' } },
      { value: '2', sheet: 'Log', row: 4 },
    ]);
  });

  it('is not taken from an importer that knows the workbook, however little', async () => {
    const { head } = await openTable(fileOf(await book({ Log: [HEADING, ...ROWS] })));
    const { yieldsWorkbooks: _, ...knowing } = typedTable;
    const other: Importer = {
      ...knowing,
      key: 'other',
      recognise: () => ({ what: '', columns: new Map(), missing: [], unknown: [], headingRow: 1 }),
    };
    expect(recognise([typedTable, other], head, () => ANSWERS)!.importer.key).toBe('other');
    expect(recognise([typedTable], head, () => ANSWERS)!.importer.key).toBe('typed-table');
  });

  it.each<[string, readonly (readonly (string | number)[])[]]>([
    [
      'prose',
      [
        ['This', 'is', 'a', 'sentence'],
        ['and', 'so', 'is', 'this'],
      ],
    ],
    ['figures without a time', [HEADING, ['Mattress', 'E09000021', 'last year', 7]]],
    ['times without a figure', [HEADING, ['Mattress', 'E09000021', '2026-03', 'seven']]],
    [
      'a column for each year',
      [
        ['Ward', 'Name', '2024/25', '2025/26'],
        ['E09000021', 'Kingston', 7, 8],
      ],
    ],
    [
      'a contents list',
      [
        ['Sheet', 'Title'],
        ['1', 'Fly-tipping'],
      ],
    ],
    ['a heading and nothing', [HEADING]],
  ])('is not seen in %s', async (_what, rows) => {
    const sheets = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`Sheet ${index}`, rows]));
    const { head } = await openTable(fileOf(await book(sheets)));
    expect(typedHead(head)).toBeNull();
    expect(recognise([typedTable], head, () => ANSWERS)).toBeNull();
  });
});
