import { partsOf, zipOf } from '@lib/testing';
import type { Agent } from 'supertest';
import { errorSummary, mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { csvFile, csvText, rowsWith, workbookFile } from './support/return-files.js';
import { post, type SentFile, tokenOf } from './support/send.js';
import { openUpload, previewOf, type UploadPage } from './support/upload-page.js';
import { startTestApp, type TestApp } from './test-app.js';

const MEGABYTE = 1024 * 1024;
const BURGLARY = 'Residential burglary';
const burglary = (figure: string) => ({ [BURGLARY]: figure });
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);

type File = () => SentFile | Promise<SentFile>;

/** Files that are as people's spreadsheets save them; each says 1,754 residential burglaries. */
const GOOD: readonly [string, File][] = [
  ['a CSV', () => csvFile(csvText(rowsWith(burglary('1754'))))],
  ['a CSV with a comma in the figure', () => csvFile(csvText(rowsWith(burglary('1,754'))))],
  ['a CSV with a byte order mark', () => csvFile(`\ufeff${csvText(rowsWith(burglary('1754')))}`)],
  ['UTF-16, low byte first', () => csvFile(utf16(csvText(rowsWith(burglary('1754')), '\t')), 'figures.txt')],
  ['UTF-16, high byte first', () => csvFile(utf16(csvText(rowsWith(burglary('1754')))).swap16())],
  ['semicolons and a decimal comma', () => csvFile(csvText(rowsWith(burglary('1754,0')), ';'))],
  ['semicolons, points and a decimal comma', () => csvFile(csvText(rowsWith(burglary('1.754,0')), ';'))],
  ['tabs', () => csvFile(csvText(rowsWith(burglary('1754')), '\t'))],
  ['a line break within a cell', () => csvFile(csvText(rowsWith({ 'Residential\nburglary': '1754' })))],
  ['a number', () => workbookFile(burglary('<c r="REF"><v>1754</v></c>'))],
  ['a number stored as text', () => workbookFile(burglary('1,754'))],
  ['a formula with its result', () => workbookFile(burglary('<c r="REF"><f>SUM(1,1753)</f><v>1754</v></c>'))],
  [
    'Windows-1252',
    () => {
      // A column of the officer's own, with a letter that is another in UTF-8.
      const [heading, row] = rowsWith(burglary('1754'));
      return csvFile(
        Buffer.from(
          csvText([
            [...heading!, 'Note'],
            [...row!, 'caf\u00e9'],
          ]),
          'latin1',
        ),
      );
    },
  ],
];

/** Files that nothing may be saved from: what they are, and the sentence that names what is wrong and where. */
const BAD: readonly [string, File, string, number?][] = [
  ['no byte', () => csvFile(''), 'The selected file is empty'],
  [
    'only a heading',
    () => csvFile(csvText(rowsWith({}))),
    'The selected file has no figures: fill in the column “Figure”',
  ],
  ['another table', () => csvFile('a,b\r\n1,2\r\n'), 'The selected file must use the template: '],
  [
    'another authority’s template',
    () =>
      csvFile(
        csvText(
          rowsWith(burglary('5'), [
            'April to June 2011',
            'Royal Borough of Kingston upon Thames',
            'Safer Kingston Partnership',
          ]),
        ),
      ),
    'This is the template of Royal Borough of Kingston upon Thames; this return is of Metropolitan Police Service',
  ],
  [
    'another quarter’s template',
    () =>
      csvFile(
        csvText(
          rowsWith(burglary('5'), [
            'January to March 2011',
            'Metropolitan Police Service',
            'Safer Kingston Partnership',
          ]),
        ),
      ),
    'This is the template for January to March 2011; this return is for April to June 2011',
  ],
  [
    'a measure that is not asked',
    () => csvFile(csvText(rowsWith({ Arson: '5' }))),
    'Cell A2: there is no line “Arson” in this return',
  ],
  [
    'markup as a measure',
    () => csvFile(csvText(rowsWith({ '<img src=x>': '5' }))),
    'Cell A2: there is no line “<img src=x>” in this return',
  ],
  [
    'words for a figure',
    () => csvFile(csvText(rowsWith(burglary('a few')))),
    `Cell C2: ${BURGLARY} must be a whole number`,
  ],
  [
    'a formula as text',
    () => csvFile(csvText(rowsWith(burglary('=1+1')))),
    `Cell C2: ${BURGLARY} must be a whole number`,
  ],
  [
    'semicolons and what could mean two things',
    () => csvFile(csvText(rowsWith(burglary('1.754')), ';')),
    `Cell C2: ${BURGLARY} is not clear: “1.754” could be read in two ways`,
  ],
  [
    '300 columns',
    () => csvFile(csvText([Array.from({ length: 300 }, () => 'x')])),
    'Cell KN1: the selected file has more than 50 columns',
  ],
  [
    '10 MB in one cell of a CSV',
    () => csvFile(csvText([['x'.repeat(10 * MEGABYTE)]])),
    'The selected file must be smaller than 2MB',
    413,
  ],
  [
    '10 MB in one cell of a workbook',
    () => workbookFile(burglary('x'.repeat(10 * MEGABYTE))),
    'Cell C2 holds more than 5,000 characters',
  ],
  ['an open quotation mark', () => csvFile('Measure,"Unit'), 'Line 1: a quotation mark is not closed'],
  [
    'a picture called a workbook',
    () => csvFile(Buffer.from('89504e470d0a1a0a', 'hex'), 'figures.xlsx'),
    'The selected file is not a workbook, although its name ends in .xlsx',
  ],
  [
    'a workbook called a CSV',
    () => workbookFile(burglary('5'), (parts) => parts, 'figures.csv'),
    'The selected file is a workbook, although its name does not end in .xlsx',
  ],
  [
    'a web page called .xls',
    () => csvFile('<html><table></table></html>', 'figures.xls'),
    'The selected file must be a CSV or XLSX',
  ],
  [
    'an old Excel file',
    () => csvFile(ole, 'figures.xls'),
    'open this old Excel file and save it as an Excel Workbook (.xlsx)',
  ],
  [
    'a workbook with a password',
    () => csvFile(locked, 'figures.xlsx'),
    'The selected file is password protected',
  ],
  [
    'macros by name',
    () => workbookFile(burglary('5'), (parts) => parts, 'figures.xlsm'),
    'The selected file holds macros',
  ],
  [
    'macros inside',
    () => workbookFile(burglary('5'), (parts) => ({ ...parts, 'xl/vbaProject.bin': 'x' })),
    'The selected file holds macros',
  ],
  [
    'an error in a cell',
    () => workbookFile(burglary('<c r="REF" t="e"><f>A9</f><v>#REF!</v></c>')),
    `Cell C2: ${BURGLARY} holds the error #REF!`,
  ],
  [
    'a formula nobody has worked out',
    () => workbookFile(burglary('<c r="REF"><f>1+1</f></c>')),
    `Cell C2: ${BURGLARY} holds a formula without a result`,
  ],
  [
    'a date',
    () => workbookFile(burglary('<c r="REF" s="1"><v>40664</v></c>')),
    `Cell C2: ${BURGLARY} holds a date`,
  ],
  [
    'a part',
    () => workbookFile(burglary('<c r="REF"><v>12.5</v></c>')),
    `Cell C2: ${BURGLARY} must be a whole number: an offence is not counted in parts`,
  ],
  [
    'merged cells',
    () =>
      workbookFile(
        burglary('5'),
        sheetOne((xml) =>
          xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="C2:C3"/></mergeCells>'),
        ),
      ),
    'Cells C2:C3 are merged',
  ],
  [
    'a hidden row',
    () =>
      workbookFile(
        burglary('5'),
        sheetOne((xml) => xml.replace('<row r="2"', '<row r="2" hidden="1"')),
      ),
    'Row 2 is hidden',
  ],
  [
    'a document type',
    () =>
      workbookFile(
        burglary('5'),
        sheetOne((xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
      ),
    'The selected file is damaged',
  ],
  [
    'a bomb',
    () =>
      workbookFile(
        burglary('5'),
        sheetOne((xml) => xml.replace('<sheetData>', `${' '.repeat(40 * MEGABYTE)}<sheetData>`)),
      ),
    'The selected file unpacks to more than a return can hold',
  ],
  [
    'half an archive',
    async () => ({ name: 'a.xlsx', bytes: (await workbookFile(burglary('5'))).bytes.subarray(0, 900) }),
    'The selected file is damaged',
  ],
  [
    'an archive in an archive',
    async () =>
      csvFile(await zipOf({ 'figures.xlsx': (await workbookFile(burglary('5'))).bytes }), 'figures.xlsx'),
    'The selected file is an archive (ZIP) without a workbook in it',
  ],
  ['another type', () => csvFile('%PDF-1.7', 'figures.pdf'), 'The selected file must be a CSV or XLSX'],
];

function sheetOne(change: (xml: string) => string) {
  const part = 'xl/worksheets/sheet1.xml';
  return (parts: Record<string, string | Buffer>) => ({ ...parts, [part]: change(String(parts[part])) });
}

describe('a file that is uploaded', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let officer: Agent;
  let page: UploadPage;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    officer = await test.signedInAs('officer@police.example');
    page = await openUpload(officer);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  it.each(GOOD)('is read with %s, and shown before anything is saved', async (_, file) => {
    const before = await onlooker.contents();
    const { status, text } = await page.upload(await file());
    expect(errorSummary(text)).toEqual([]);
    expect(status).toBe(200);
    expect(mainText(text)).toContain(
      '1 new, 0 changed, 0 the same, 7 left as they are. Nothing is saved yet.',
    );
    expect(previewOf(text, BURGLARY)).toBe('Nothing 1,754 New');
    expect(await onlooker.contents()).toEqual(before);
  });

  it.each(BAD)('is refused with %s, by name, and nothing is saved', async (_, file, says, expected = 422) => {
    const before = await onlooker.contents();
    const { status, text } = await page.upload(await file());
    expect(errorSummary(text).map(([sentence]) => sentence)).toEqual([expect.stringContaining(says)]);
    expect(status).toBe(expected);
    expect(text).not.toContain('Save these figures');
    expect(text).not.toContain('<img src=x>');
    expect(await onlooker.contents()).toEqual(before);
  });

  it('shows what is right beside what is rejected, and saves neither', async () => {
    const rows = rowsWith({ [BURGLARY]: '5', Robbery: 'a few', 'Gun crime': '-1' });
    const { status, text } = await page.upload(csvFile(csvText(rows)));
    expect(status).toBe(422);
    expect(errorSummary(text).map(([sentence]) => sentence)).toEqual([
      'Cell C3: Robbery must be a whole number, like 126 or 1,754',
      'Cell C4: Gun crime cannot be below 0',
    ]);
    expect(mainText(text)).toContain('1 new, 0 changed, 0 the same, 5 left as they are, 2 rejected.');
    expect(text).not.toContain('Save these figures');
  });

  it('does not list a thousand mistakes', async () => {
    const rows = csvText(
      rowsWith(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`No ${n}`, '5']))),
    );
    const summary = errorSummary((await page.upload(csvFile(rows))).text);
    expect(summary).toHaveLength(21);
    expect(summary.at(-1)).toEqual(['480 more cannot be used either', 'file']);
  });

  it('is shown by its name, which can do nothing', async () => {
    const name = '../../etc/\u202e<img src=x onerror=alert(1)>.csv';
    const { text } = await page.upload(csvFile(csvText(rowsWith(burglary('5'))), name));
    expect(mainText(text)).toContain('Read from <img src=x onerror=alert(1)>.csv.');
    expect(text).not.toMatch(/<img src=x|\u202e|etc\//);
  });

  it('comes alone', async () => {
    const _csrf = await tokenOf(officer);
    const two = await post(officer, page.path, { _csrf, file: csvFile('a'), other: csvFile('b') });
    expect(errorSummary(two.text)).toEqual([['You can only select one file at a time', 'file']]);
    expect(two.status).toBe(422);
  });

  it('is asked for where none was chosen, as browsers say it', async () => {
    const boundary = 'xxxx';
    const part = (name: string, more: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
    const body = `${part('_csrf', '', await tokenOf(officer))}${part('file', '; filename=""\r\nContent-Type: application/octet-stream', '')}--${boundary}--\r\n`;
    const type = `multipart/form-data; boundary=${boundary}`;
    const { status, text } = await officer.post(page.path).set('Content-Type', type).send(body);
    expect(errorSummary(text)).toEqual([['Select a file', 'file']]);
    expect(status).toBe(422);
    // A body that ends before it should is no form at all.
    expect((await officer.post(page.path).set('Content-Type', type).send(body.slice(0, 60))).status).toBe(
      400,
    );
  });

  it('is not read from somebody who is not signed in, nor anywhere else', async () => {
    const file = csvFile(csvText(rowsWith(burglary('5'))));
    const stranger = await post(test.browser(), page.path, { _csrf: 'x', file });
    expect([stranger.status, stranger.headers['location']]).toEqual([303, '/sign-in']);
    const elsewhere = await post(officer, `${page.returnPath}/paste`, {
      _csrf: await tokenOf(officer),
      file,
    });
    expect(elsewhere.status).toBe(403);
  });

  it.each(['csv', 'xlsx'] as const)(
    'comes back as the template that was filled in, as %s',
    async (format) => {
      const figures = new Map<number, number>();
      const figureOf = (row: number) => figures.set(row, format === 'csv' ? row * 11 : row * 13).get(row)!;
      const template = await page.template(format);
      const bytes =
        format === 'csv' ? filledCsv(template, figureOf) : await filledWorkbook(template, figureOf);
      const preview = await page.upload({ name: `figures.${format}`, bytes });
      expect(preview.status).toBe(200);
      expect(mainText(preview.text)).toContain(format === 'csv' ? '8 new, 0 changed' : '0 new, 8 changed');

      const before = await onlooker.contents();
      const saved = await page.save(preview.text);
      // As unusual as these are, they are saved, and asked about.
      expect(saved.status).toBe(422);
      expect(mainText(saved.text)).toContain('Your figures are saved.');
      const after = await onlooker.contents();
      expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([
        'audit_event',
        'quarterly_return',
        'return_draft_value',
      ]);
      const stored = await onlooker.rows<{ value: string }>(
        `select d.value::text from return_draft_value d join return_line l on l.id = d.line_id
          where l.return_id = $1 order by l.number`,
        [page.returnPath.split('/').at(-1)],
      );
      expect(stored.map(({ value }) => Number(value))).toEqual([...figures.values()]);
      // What is saved is in the next template, which changes nothing.
      const again = await page.upload({ name: `figures.${format}`, bytes: await page.template(format) });
      expect(mainText(again.text)).toContain('0 new, 0 changed, 8 the same, 0 left as they are.');
    },
  );

  it('loses to what somebody else saved after the preview, and shows both', async () => {
    const preview = await page.upload(csvFile(csvText(rowsWith(burglary('777')))));
    const theirs = await page.upload(csvFile(csvText(rowsWith(burglary('888')))));
    expect(mainText((await page.save(theirs.text)).text)).toContain('Your figures are saved.');
    const lost = await page.save(preview.text);
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('value="777"');
    expect(mainText(lost.text)).toContain('888');
  });

  it('is not asked for once the return is with the approver', async () => {
    const other = (await test.signedInAs('approver@police.example')).get(page.path);
    expect((await other).status).toBe(403);
  });

  it('has its counterpart: the return as CSV', async () => {
    const { text, headers } = await officer.get(`${page.returnPath}/figures.csv`).expect(200);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="return-metropolitan-police-service-2011-12-q1.csv"$/,
    );
    const [heading, first] = text.split('\r\n');
    expect(heading).toBe(
      'measure,unit,figure,months,no_figure_because,source,extracted_on,right_because,commentary,quarter,first_day,authority,partnership,state',
    );
    expect(first).toBe(
      `${BURGLARY},offences,888,,,,,,,April to June 2011,2011-04-01,Metropolitan Police Service,Safer Kingston Partnership,draft`,
    );
  });
});

/** With a figure in every row, as somebody would who opens the template and types. */
function filledCsv(template: Buffer, figureOf: (row: number) => number): Buffer {
  const [heading, ...rows] = template.toString('utf8').trimEnd().split('\r\n');
  const filled = rows.map((row, index) =>
    row.replace(/,(offences|victims),\d*,/, `,$1,${figureOf(index + 1)},`),
  );
  return Buffer.from([heading, ...filled].join('\r\n'));
}

async function filledWorkbook(template: Buffer, figureOf: (row: number) => number): Promise<Buffer> {
  const parts = await partsOf(template);
  const part = 'xl/worksheets/sheet1.xml';
  const cell = (row: string) => `<c r="C${row}"><v>${figureOf(Number(row) - 1)}</v></c>`;
  const filled = parts[part]!.toString('utf8')
    .replace(/<c r="C\d+"[^>]*?(\/>|>.*?<\/c>)(?=<c r="D)/g, (written) =>
      /t="/.test(written) ? written : '',
    )
    .replace(/<c r="D([2-9])"/g, (written, row: string) => `${cell(row)}${written}`);
  return zipOf({ ...parts, [part]: filled });
}
