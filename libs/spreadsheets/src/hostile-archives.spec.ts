import { deflateRawSync } from 'node:zlib';
import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import { readSpreadsheet } from './read-spreadsheet.js';

const ROWS = sheetRows([
  ['Measure', 'Figure'],
  ['Robbery', 52],
]);
const MEGABYTE = 1024 * 1024;
const read = async (bytes: Buffer) =>
  (await readSpreadsheet({ name: 'figures.xlsx', bytes }, 'Figures')).problem;

/** Megabytes that the process has more after something than before it. */
async function growthOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  await work();
  return (process.memoryUsage().rss - before) / MEGABYTE;
}

describe('an archive that was made to do harm', () => {
  it('is sound as the tests make it', async () => {
    expect(await read(await zipOf(workbookParts({ Figures: ROWS })))).toBeNull();
  });

  it('is given up on when it unpacks to too much, long before all of it is unpacked', async () => {
    const parts = workbookParts({ Figures: ROWS });
    parts['xl/worksheets/sheet1.xml'] = `<worksheet>${' '.repeat(100 * MEGABYTE)}</worksheet>`;
    const bytes = await zipOf(parts);
    expect(bytes.length).toBeLessThan(2 * MEGABYTE);
    const growth = await growthOf(async () => expect(await read(bytes)).toMatch(/unpacks to more/));
    expect(growth).toBeLessThan(100);
  });

  it('is given up on when it has more elements than a sheet of figures', async () => {
    const parts = workbookParts({ Figures: '<row/>'.repeat(MEGABYTE) });
    expect(await read(await zipOf(parts))).toMatch(/unpacks to more/);
  });

  it.each(['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', '_rels/.rels'])(
    'may have its bomb in %s',
    async (part) => {
      const parts = workbookParts({ Figures: ROWS });
      parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
        '<Relationship Id="rIdS"',
        '<Relationship Id="rIdT" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdS"',
      );
      parts[part] = `<sst>${' '.repeat(30 * MEGABYTE)}</sst>`;
      expect(await read(await zipOf(parts))).toMatch(/unpacks to more/);
    },
  );

  it('is refused with 10 MB in one cell, and the cell is named', async () => {
    const bytes = await zipOf(
      workbookParts({ Figures: sheetRows([['Measure'], ['x'.repeat(10 * MEGABYTE)]]) }),
    );
    const growth = await growthOf(async () =>
      expect(await read(bytes)).toMatch(/^Cell A2 holds more than 5,000/),
    );
    expect(growth).toBeLessThan(150);
  });

  it('is not believed about the size of its parts', async () => {
    const content = `<worksheet>${' '.repeat(MEGABYTE)}</worksheet>`;
    const bytes = await zipOf({ ...workbookParts({ Figures: ROWS }), 'xl/worksheets/sheet1.xml': content });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.length);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(100);
    expect(await read(replaceAll(bytes, size, lie))).toMatch(/damaged/);
  });

  it('is refused where parts overlap', async () => {
    const bytes = await zipOf({ a: 'x', ...workbookParts({ Figures: ROWS }) });
    // A part that nobody reads is made to lie where the next one does.
    const listed = Buffer.from('PK\u0001\u0002', 'latin1');
    const first = bytes.indexOf(listed);
    const second = bytes.indexOf(listed, first + 4);
    bytes.copy(bytes, first + 42, second + 42, second + 46);
    expect(await read(bytes)).toMatch(/damaged/);
  });

  it('is refused with two parts of one name', async () => {
    const parts = workbookParts({ Figures: ROWS });
    expect(await read(await zipOf({ ...parts, 'xl/WORKBOOK.xml': 'x' }))).toMatch(/damaged/);
  });

  it('is refused with more parts than a workbook has', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`part${index}`, '']));
    expect(await read(await zipOf({ ...workbookParts({ Figures: ROWS }), ...many }))).toMatch(
      /unpacks to more/,
    );
  });

  it('is refused cut short, at every length', async () => {
    const bytes = await zipOf(workbookParts({ Figures: ROWS }));
    for (let length = 2; length < bytes.length; length += 97)
      expect(await read(bytes.subarray(0, length))).toMatch(/damaged/);
  });

  it('is refused or read, and never fails, with any byte changed', async () => {
    const bytes = await zipOf(workbookParts({ Figures: ROWS }));
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at]! + 101) % 256;
      expect([at, typeof (await read(changed))]).toEqual([at, expect.stringMatching(/string|object/)]);
    }
  });

  it.each([
    ['macros', { 'xl/vbaProject.bin': 'x' }, /holds macros/],
    ['old macros', { 'xl/macrosheets/sheet1.xml': 'x' }, /holds macros/],
  ])('is refused with %s, whatever its name', async (_, parts, says) => {
    expect(await read(await zipOf({ ...workbookParts({ Figures: ROWS }), ...parts }))).toMatch(says);
  });

  it('is no workbook with another archive in it, or a text document', async () => {
    const workbook = await zipOf(workbookParts({ Figures: ROWS }));
    expect(await read(await zipOf({ 'figures.xlsx': workbook }))).toBe(
      'The selected file is an archive (ZIP) without a workbook in it: unpack it, and select the file that you need',
    );
    const text = {
      '_rels/.rels':
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': '<document/>',
    };
    expect(await read(await zipOf(text))).toBe('The selected file must be a CSV or XLSX');
  });

  it('may say it is compressed and be nothing of the kind', async () => {
    const parts = workbookParts({ Figures: ROWS });
    const bytes = await zipOf(parts);
    const packed = deflateRawSync(Buffer.from(parts['xl/worksheets/sheet1.xml']!));
    const at = bytes.indexOf(packed.subarray(0, 20));
    bytes.fill(0xff, at, at + 20);
    expect(await read(bytes)).toMatch(/damaged/);
  });
});

function replaceAll(bytes: Buffer, from: Buffer, to: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) to.copy(copy, at);
  return copy;
}
