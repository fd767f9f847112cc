import { csvOf } from '../testing/csv-of.js';
import { readPublished } from '../testing/read-published.js';
import { typedTable } from './typed-table.js';

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
