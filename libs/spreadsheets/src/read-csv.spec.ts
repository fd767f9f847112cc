import { Decimal } from '@lib/kernel';
import { readSpreadsheet } from './read-spreadsheet.js';
import { writeCsv } from './write-csv.js';

const TEXT = 'Measure,Figure\r\n“Theft” from a car – “TFMV”,"1,754"\r\n';
const ROWS = [
  ['Measure', 'Figure'],
  ['“Theft” from a car – “TFMV”', '1,754'],
];
const read = async (content: string | Buffer, name = 'figures.csv') => {
  const { sheet, problem } = await readSpreadsheet({ name, bytes: Buffer.from(content) }, 'Figures');
  return problem ?? sheet.rows.map(({ cells }) => cells.map(({ text }) => text));
};

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** As Windows saves it: its quotation marks and dashes lie where other encodings have nothing. */
function windows1252(text: string): Buffer {
  const codes: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96 };
  return Buffer.from(Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0)));
}

describe('a CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, low byte first', utf16(TEXT, 'le')],
    ['UTF-16, high byte first', utf16(TEXT, 'be')],
    ['Windows-1252', windows1252(TEXT)],
    ['tabs', Buffer.from(TEXT.replace('Measure,', 'Measure\t').replace('”,"', '”\t"'))],
    ['lines that end with LF', Buffer.from(TEXT.replaceAll('\r\n', '\n'))],
    ['lines that end with CR', Buffer.from(TEXT.replaceAll('\r\n', '\r'))],
    ['no end of the last line', Buffer.from(TEXT.trimEnd())],
  ])('is read with %s', async (_, bytes) => expect(await read(bytes)).toEqual(ROWS));

  it('has a decimal comma where semicolons part it, and not where they do not', async () => {
    const markOf = async (text: string) =>
      (await readSpreadsheet({ name: 'a.csv', bytes: Buffer.from(text) }, '')).sheet?.decimalMark;
    expect(await markOf('Measure;Figure\nRobbery;1.754,0\n')).toBe('comma');
    expect(await markOf('"Measure; or what";Figure\nRobbery;1\n')).toBe('comma');
    expect(await markOf('"Measure; or; what",Figure\nRobbery,1\n')).toBe('point');
  });

  it('keeps a line break within quotation marks, and counts rows as a spreadsheet does', async () => {
    const bytes = Buffer.from('Measure,Figure\n\n"Rob\nbery",52\n,,\nArson,3\n');
    const { sheet } = await readSpreadsheet({ name: 'a.csv', bytes }, '');
    expect(sheet!.rows.map(({ number, cells }) => [number, cells[0]!.text])).toEqual([
      [1, 'Measure'],
      [3, 'Rob\nbery'],
      [5, 'Arson'],
    ]);
  });

  it.each([
    ['no byte', '', 'The selected file is empty'],
    ['nothing but spaces', ' \r\n,,\r\n', 'The selected file is empty'],
    ['a byte order mark alone', '\ufeff', 'The selected file is empty'],
    [
      'a web page',
      '<html><table><tr><td>5</td></tr></table></html>',
      'The selected file must be a CSV or XLSX',
    ],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'The selected file must be a CSV or XLSX',
    ],
    ['UTF-16 that does not say so', Buffer.from('a,b', 'utf16le'), 'The selected file must be a CSV or XLSX'],
    ['an open quotation mark', 'a,b\nc,"d\n', 'Line 2: a quotation mark is not closed'],
    [
      'a quotation mark inside a cell',
      'a,b\nc,d"e\n',
      'Line 2: a quotation mark is not closed, or stands inside a cell',
    ],
    ['300 columns', `a${',b'.repeat(299)}\n`, 'Cell KN1: the selected file has more than 50 columns'],
    ['1,001 rows', 'a,b\n'.repeat(1001), 'The selected file has more than 1,000 rows'],
    ['20,001 lines', `a,b\n${',\n'.repeat(20_001)}`, 'The selected file has more than 1,000 rows'],
    ['a long text', `a,b\nc,${'x'.repeat(5001)}\n`, 'Cell B2 holds more than 5,000 characters'],
  ])('is refused with %s', async (_, content, problem) => expect(await read(content)).toContain(problem));
});

describe('a file whose name and content do not agree', () => {
  const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
  const locked = Buffer.concat([oldExcel, Buffer.from('EncryptedPackage', 'utf16le')]);

  it.each([
    ['figures.xlsx', 'a,b\n', 'The selected file is not a workbook, although its name ends in .xlsx'],
    [
      'figures.csv',
      'PK\u0003\u0004',
      'The selected file is a workbook, although its name does not end in .xlsx',
    ],
    ['figures.ods', 'PK\u0003\u0004', 'The selected file must be a CSV or XLSX'],
    ['figures.xlsm', 'PK\u0003\u0004', 'The selected file holds macros'],
    ['figures.pdf', '%PDF-1.7', 'The selected file must be a CSV or XLSX'],
    ['figures', 'a,b\n', 'The selected file must be a CSV or XLSX'],
    ['figures.xls', '<html>', 'The selected file must be a CSV or XLSX'],
    ['figures.xls', oldExcel, 'open this old Excel file and save it as an Excel Workbook'],
    ['figures.xlsx', oldExcel, 'open this old Excel file and save it as an Excel Workbook'],
    ['figures.xlsx', locked, 'The selected file is password protected'],
  ])('%s of %p is refused', async (name, content, problem) =>
    expect(await read(content, name)).toContain(problem),
  );
});

describe('a CSV that is written', () => {
  it('quotes what needs quoting, and defuses what a spreadsheet would run', () => {
    expect(writeCsv([['A, "B"', '=cmd()', '+1', '-1', '@x', '\tx', null]])).toBe(
      `"A, ""B""",'=cmd(),'+1,'-1,'@x,'\tx,\r\n`,
    );
  });

  it('writes a number as it is, also below 0', () => {
    expect(writeCsv([[new Decimal('-4.5'), new Decimal(1754)]])).toBe('-4.5,1754\r\n');
  });

  it('comes back as it was written', async () => {
    const texts = ['=cmd()', '+1', '-1', '@x', 'a "b", c', "it's", "'tis", 'line\r\nbreak'];
    expect(await read(writeCsv([texts]))).toEqual([texts]);
  });
});
