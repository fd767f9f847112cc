import { sheetRows, workbookParts, zipOf } from '@lib/testing';
import { readSpreadsheet } from './read-spreadsheet.js';

const HEADING = ['Measure', 'Figure'];
const cell = (xml: string) => ({ xml });
const read = (bytes: Buffer, name = 'figures.xlsx') => readSpreadsheet({ name, bytes }, 'Figures');
const readRows = async (parts: Record<string, string | Buffer>) => {
  const { sheet, problem } = await read(await zipOf(parts));
  return (
    problem ??
    sheet.rows.map(({ number, cells }) => [number, ...cells.map(({ text, fault }) => fault ?? text)])
  );
};
const withFigure = (xml: string) =>
  readRows(workbookParts({ Figures: sheetRows([HEADING, ['Robbery', cell(xml)]]) }));
const figureOf = async (xml: string) => (await withFigure(xml))[1]?.[2];

describe('a cell of a workbook', () => {
  it.each([
    ['a number', '<c r="B2"><v>52</v></c>', '52'],
    ['a number in scientific notation', '<c r="B2"><v>1.754E3</v></c>', '1754'],
    ['a number as exact as it is shown', '<c r="B2"><v>52.000000000000007</v></c>', '52'],
    ['a part', '<c r="B2"><v>52.5</v></c>', '52.5'],
    ['a number stored as text', '<c r="B2" t="inlineStr"><is><t> 1,754 </t></is></c>', '1,754'],
    ['the result of a formula', '<c r="B2"><f>26*2</f><v>52</v></c>', '52'],
    ['the text that a formula gives', '<c r="B2" t="str"><f>"5"&amp;"2"</f><v>52</v></c>', '52'],
    [
      'text formatted letter by letter',
      '<c r="B2" t="inlineStr"><is><r><t>5</t></r><r><t>2</t></r><rPh><t>x</t></rPh></is></c>',
      '52',
    ],
    ['true', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
  ])('is read: %s', async (_, xml, text) => expect(await figureOf(xml)).toBe(text));

  it.each([
    ['a date', '<c r="B2" s="1"><v>40664</v></c>', 'holds a date: '],
    ['a date in a format of its own', '<c r="B2" s="3"><v>40664</v></c>', 'holds a date: '],
    ['a date as text', '<c r="B2" t="d"><v>2011-05-01</v></c>', 'holds a date: '],
    ['a percentage', '<c r="B2" s="2"><v>0.5</v></c>', 'holds a percentage: '],
    ['an error', '<c r="B2" t="e"><f>A9</f><v>#REF!</v></c>', 'holds the error #REF!: '],
    ['a formula nobody has worked out', '<c r="B2"><f>1+1</f></c>', 'holds a formula without a result: '],
  ])('is no figure: %s', async (_, xml, fault) =>
    expect(await figureOf(xml)).toMatch(new RegExp(`^${fault}`)),
  );
});

describe('a sheet of a workbook', () => {
  const ROWS = sheetRows([HEADING, ['Robbery', 52]]);

  it('is the one of the wanted name, wherever it stands', async () => {
    const parts = workbookParts({ Notes: sheetRows([['Read me']]), Figures: ROWS });
    expect(await readRows(parts)).toEqual([
      [1, 'Measure', 'Figure'],
      [2, 'Robbery', '52'],
    ]);
  });

  it('is else the first that is shown', async () => {
    const parts = workbookParts({ Old: sheetRows([['Old']]), Mine: ROWS }, { Old: 'hidden' });
    expect(await readRows(parts)).toEqual([
      [1, 'Measure', 'Figure'],
      [2, 'Robbery', '52'],
    ]);
  });

  it('is not guessed where there is a copy of it', async () => {
    expect(await readRows(workbookParts({ Figures: ROWS, 'Figures (2)': ROWS }))).toContain(
      '“Figures (2)”: keep the one',
    );
  });

  it('leaves out empty rows and cells, and counts them', async () => {
    const xml =
      '<sheetData><row r="3"><c r="D3"><v>4</v></c></row><row r="9"><c r="A9" s="1"/></row></sheetData>';
    expect(await readRows(workbookParts({ Figures: xml }))).toEqual([[3, '', '', '', '4']]);
  });

  it('takes texts from the list of shared ones, and names with a prefix', async () => {
    const parts = workbookParts({
      Figures: '<x:sheetData xmlns:x="m"><x:row><x:c t="s"><x:v>1</x:v></x:c></x:row></x:sheetData>',
    });
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      '<Relationship Id="rIdS"',
      '<Relationship Id="rIdT" Type="x/sharedStrings" Target="/xl/texts.xml"/><Relationship Id="rIdS"',
    );
    parts['xl/texts.xml'] = '<sst><si><t>no</t></si><si><r><t>Rob</t></r><r><t>bery</t></r></si></sst>';
    expect(await readRows(parts)).toEqual([[1, 'Robbery']]);
  });

  it.each([
    [
      'merged cells',
      `<sheetData>${ROWS}</sheetData><mergeCells><mergeCell ref="B2:B5"/></mergeCells>`,
      'Cells B2:B5 are merged: ',
    ],
    [
      'a hidden row',
      '<sheetData><row r="6" hidden="1"><c r="B6"><v>5</v></c></row></sheetData>',
      'Row 6 is hidden (cell B6 ',
    ],
    [
      '51 columns',
      '<sheetData><row r="1"><c r="AY1"><v>5</v></c></row></sheetData>',
      'Cell AY1: the selected file has more than 50 columns',
    ],
    [
      '1,001 rows',
      `<sheetData>${'<row><c><v>5</v></c></row>'.repeat(1001)}</sheetData>`,
      'The selected file has more than 1,000 rows',
    ],
    ['a long text', sheetRows([['x'.repeat(5001)]]), 'Cell A1 holds more than 5,000 characters'],
    [
      'a cell that is nowhere',
      '<sheetData><row r="1"><c r="A0"><v>5</v></c></row></sheetData>',
      'The selected file is damaged',
    ],
    [
      'a shared text that is not there',
      '<sheetData><row><c t="s"><v>7</v></c></row></sheetData>',
      'The selected file is damaged',
    ],
    ['nothing', '<sheetData/>', 'The selected file is empty'],
    ['no end', '<sheetData><row>', 'The selected file is damaged'],
  ])('is refused with %s', async (_, xml, problem) => {
    expect(await readRows(workbookParts({ Figures: xml }))).toContain(problem);
  });

  it.each([
    ['a document type', '<!DOCTYPE worksheet>'],
    ['entities that grow', '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['an entity from outside', '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">'],
  ])('is refused with %s', async (_, docType) => {
    const parts = workbookParts({ Figures: ROWS });
    parts['xl/worksheets/sheet1.xml'] = `${docType}<worksheet><sheetData>${ROWS}</sheetData></worksheet>`;
    expect(await readRows(parts)).toContain('The selected file is damaged');
  });
});
