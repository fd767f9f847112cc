import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import { openWorkbook } from './open-workbook.js';
import { FileRefused } from './refusals.js';

const MEGABYTE = 1024 * 1024;
const cell = (xml: string) => ({ xml });
const open = async (parts: Record<string, string | Buffer>) => openWorkbook(await zipOf(parts));
const rowsOf = async (xml: string) =>
  (await open(workbookParts({ Table: xml })))[0]!.rows().map(({ number, cells }) => [number, ...cells]);
const cellOf = async (xml: string) => (await rowsOf(sheetRows([['Area', cell(xml)]])))[0]![2];
const refusalOf = async (parts: Record<string, string | Buffer>) => {
  const refusal = await open(parts).then(
    (sheets) => {
      for (const sheet of sheets) sheet.rows();
    },
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(FileRefused);
  return (refusal as FileRefused).sentence;
};
const ROWS = sheetRows([['Area'], ['Barnet']]);

describe('the sheets of a published workbook', () => {
  it('are those that are shown, under their names as they are', async () => {
    const sheets = await open(
      workbookParts({ 'Table C2 ': ROWS, Working: ROWS, Notes: '<row/>' }, { Working: 'veryHidden' }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Table C2 ', 'Notes']);
    expect(sheets[1]!.rows()).toEqual([]);
  });

  it('begin with their head', async () => {
    const [sheet] = await open(workbookParts({ Table: ROWS }));
    expect(sheet!.head(1)).toEqual([{ number: 1, cells: ['Area'] }]);
  });

  it('may have merged cells and rows that a filter hides; empty rows are counted', async () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>A title over three columns</t></is></c></row>
      <row r="4" hidden="1"><c r="B4"><v>5</v></c><c r="C4" s="1"/></row></sheetData>
      <mergeCells><mergeCell ref="A1:C1"/></mergeCells>`;
    expect(await rowsOf(xml)).toEqual([
      [1, 'A title over three columns'],
      [4, '', '5'],
    ]);
  });
});

describe('a cell of a published workbook', () => {
  it.each([
    ['a count', '<c r="B1"><v>11244</v></c>', '11244'],
    ['a rate in 15 digits', '<c r="B1"><v>66.808475240935934</v></c>', '66.8084752409359'],
    ['a rate near nothing', '<c r="B1"><v>5.9417000392152199E-3</v></c>', '0.00594170003921522'],
    ['what a formula gave', '<c r="B1"><f>1+1</f><v>2</v></c>', '2'],
    ['a mark', '<c r="B1" t="inlineStr"><is><t>[u1]</t></is></c>', '[u1]'],
    ['a percentage, as the share that it is', '<c r="B1" s="2"><v>0.51</v></c>', '0.51'],
    ['a day', '<c r="B1" s="1"><v>45291</v></c>', '2023-12-31'],
    ['a day with a time', '<c r="B1" s="3"><v>45291.75</v></c>', '2023-12-31 18:00'],
    ['a day as text', '<c r="B1" t="d"><v>2023-12-31</v></c>', '2023-12-31'],
  ])('is read: %s', async (_, xml, text) => expect(await cellOf(xml)).toBe(text));

  it('counts days as the workbook does', async () => {
    const parts = workbookParts({ Table: sheetRows([[cell('<c r="A1" s="1"><v>43829</v></c>')]]) });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    expect((await open(parts))[0]!.rows()[0]!.cells).toEqual(['2023-12-31']);
  });

  it.each([
    ['an error', '<c r="B1" t="e"><f>A9</f><v>#REF!</v></c>', 'holds the error #REF!'],
    ['a formula nobody has worked out', '<c r="B1"><f>1+1</f></c>', 'holds a formula without a result'],
  ])('is refused by its name once its sheet is read: %s', async (_, xml, fault) => {
    const sheets = await open(workbookParts({ Cover: ROWS, 'Table C2': sheetRows([['Area', cell(xml)]]) }));
    expect(sheets[0]!.rows()).toHaveLength(2);
    expect(() => sheets[1]!.rows()).toThrow(`Cell B1 of sheet “Table C2” ${fault}: download the file again`);
  });
});

describe('a workbook that is refused', () => {
  it.each([
    [
      'too many rows',
      `<sheetData>${'<row><c><v>5</v></c></row>'.repeat(20_001)}</sheetData>`,
      /^Cell A20001 of sheet “Table”: a sheet has more than 20,000 rows/,
    ],
    [
      'too many columns',
      '<sheetData><row r="1"><c r="KO1"><v>5</v></c></row></sheetData>',
      /^Cell KO1 of sheet “Table”: a sheet has more than 300 columns/,
    ],
    [
      'rows that are wide and empty',
      `<sheetData>${Array.from({ length: 7000 }, (_, row) => `<row r="${row + 1}"><c r="KN${row + 1}"><v>5</v></c></row>`).join('')}</sheetData>`,
      /unpacks to more/,
    ],
    ['too many elements', '<row/>'.repeat(2_000_001), /unpacks to more/],
    ['too much', `<sheetData>${' '.repeat(61 * MEGABYTE)}</sheetData>`, /unpacks to more/],
    ['no end', '<sheetData><row>', /damaged or incomplete: download it again/],
    ['a document type', '<!DOCTYPE x><sheetData/>', /damaged or incomplete/],
  ])('has %s', async (_, xml, sentence) => {
    expect(await refusalOf(workbookParts({ Table: xml }))).toMatch(sentence);
  });

  it('has macros', async () => {
    expect(await refusalOf({ ...workbookParts({ Table: ROWS }), 'xl/vbaProject.bin': 'x' })).toMatch(
      /macros/,
    );
  });

  it('has two sheets of one name', async () => {
    const parts = workbookParts({ Table: ROWS, 'Table 2': ROWS });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('Table 2', 'Table');
    expect(await refusalOf(parts)).toMatch(/damaged/);
  });

  it('has a password, or is older than workbooks are', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    await expect(openWorkbook(old)).rejects.toThrow(/old Excel file/);
    await expect(
      openWorkbook(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])),
    ).rejects.toThrow(/password/);
  });

  it('is larger than 20 MB', async () => {
    await expect(openWorkbook(Buffer.alloc(20 * MEGABYTE + 1))).rejects.toThrow(/larger than 20 MB/);
  });

  it('is a document of another kind', async () => {
    expect(await refusalOf({ 'word/document.xml': '<x/>' })).toMatch(/archive \(ZIP\) without a workbook/);
  });

  it('was cut anywhere', async () => {
    const bytes = await zipOf(workbookParts({ Table: ROWS }));
    for (let length = 2; length < bytes.length; length += 7)
      await expect(openWorkbook(bytes.subarray(0, length))).rejects.toBeInstanceOf(FileRefused);
  });
});
