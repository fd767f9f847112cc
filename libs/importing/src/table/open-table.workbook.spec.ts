import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import { type ImportedFile, openTable } from './open-table.js';

const fileOf = (bytes: Buffer): ImportedFile => ({
  name: 'table.xlsx',
  async *open() {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  },
});
const sheet = sheetRows([['Code'], ...Array.from({ length: 1500 }, (_, row) => [row])]);

describe('a workbook that is opened as a table', () => {
  it('has a head for every sheet that is shown', async () => {
    const bytes = await zipOf(
      workbookParts({ Cover: sheetRows([['Read me']]), Old: sheet, 'MYE4 ': sheet }, { Old: 'hidden' }),
    );
    const { head, sha256, size } = await openTable(fileOf(bytes));
    expect(head.format).toBe('xlsx');
    expect(head.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Cover', 1],
      ['MYE4 ', 30],
    ]);
    expect([sha256, size]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), bytes.length]);
  });

  it('gives the rows of a sheet in batches, again and again', async () => {
    const table = await openTable(fileOf(await zipOf(workbookParts({ MYE4: sheet }))));
    for (const _ of [1, 2]) {
      const rows = [];
      for await (const batch of table.rows('MYE4')) rows.push(...batch);
      expect([rows.length, rows.at(-1)]).toEqual([1501, { number: 1501, cells: ['1499'] }]);
    }
  });

  it.each([
    ['with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel file/],
    ['that is cut', Buffer.from('PK\u0003\u0004 and so on', 'latin1'), /damaged or incomplete/],
    [
      'that is too large',
      Buffer.concat([Buffer.from('PK'), Buffer.alloc(20 * 1024 * 1024)]),
      /larger than 20 MB/,
    ],
  ])('is refused: %s', (_, bytes, sentence) => expect(openTable(fileOf(bytes))).rejects.toThrow(sentence));
});
