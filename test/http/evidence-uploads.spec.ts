import { type Clamd, documentParts, eicar, evidenceFiles, pdfFile, startClamd, zipOf } from '@lib/testing';
import type { Agent } from 'supertest';
import { errorSummary, mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const MEGABYTE = 1024 * 1024;

/** Files that attack, each with the name it is sent under and what the page says. */
const ATTACKS: readonly [what: string, name: string, bytes: () => Promise<Buffer> | Buffer, says: RegExp][] =
  [
    ['a virus', 'minutes.txt', () => eicar(), /virus scanner knows as .*Eicar.* It was not kept/],
    ['a virus in a PDF', 'minutes.pdf', () => pdfFile(eicar().toString()), /virus scanner knows as .*Eicar/],
    ['a drawing that may run scripts', 'a.svg', () => Buffer.from('<svg onload="alert(1)"/>'), /upload/],
    ['a page', 'a.html', () => Buffer.from('<script>alert(1)</script>'), /upload/],
    [
      'a page called a table',
      'a.csv',
      () => Buffer.from('<html><script>alert(1)</script>'),
      /although its name|upload/,
    ],
    [
      'a drawing called a picture',
      'a.png',
      () => Buffer.from('<svg onload="alert(1)"/>'),
      /is not a PNG picture/,
    ],
    ['a program called a PDF', 'a.pdf', () => Buffer.from('MZ\u0090\0'), /is not a PDF/],
    [
      'a PDF that is an archive too',
      'a.pdf',
      async () => Buffer.concat([pdfFile('x'), await zipOf({ 'a.txt': 'x' })]),
      /upload/,
    ],
    [
      'a picture with a page behind it',
      'a.png',
      async () => Buffer.concat([(await evidenceFiles())['png']!, Buffer.from('<script>')]),
      /upload/,
    ],
    [
      'a workbook that reads other files',
      'a.xlsx',
      async () =>
        zipOf({
          ...documentParts('xlsx', '<x/>'),
          'xl/x.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        }),
      /upload/,
    ],
    [
      'a workbook that is a bomb',
      'a.xlsx',
      async () =>
        zipOf({
          ...documentParts('xlsx', '<x/>'),
          'xl/worksheets/sheet2.xml': Buffer.alloc(150 * MEGABYTE, 32),
        }),
      /upload/,
    ],
    ['macros', 'a.docm', async () => (await evidenceFiles())['docx']!, /macros/],
    ['nothing', 'a.pdf', () => Buffer.alloc(0), /empty/],
    ['too much', 'a.txt', () => Buffer.alloc(20 * MEGABYTE + 1, 'x'), /20MB/],
  ];

describe('evidence that attacks', () => {
  let clamd: Clamd;
  let test: TestApp;
  let onlooker: Onlooker;
  let officer: Agent;
  let authority: string;
  beforeAll(async () => {
    clamd = await startClamd();
    test = await startTestApp({ CLAMD_ADDRESS: clamd.address });
    onlooker = await lookInto(test.database);
    officer = await test.signedInAs('officer@police.example');
    const [police] = await onlooker.rows<{ id: string }>(
      "select id from authority where kind = 'police'",
      [],
    );
    authority = police!.id;
  }, 60_000);
  afterAll(async () => {
    await onlooker.close();
    await test.close();
    await clamd.stop();
  });

  const fields = () => ({
    ...{ title: 'Minutes of June', authority, marking: 'official', link: '', expiresOn: '' },
    ...{ coversFrom: '1 4 2026', coversTo: '31 3 2027', words: 'Who attended, on page 2' },
    duties: 'FIS-12-4b/police',
  });
  const supply = (name: string, bytes: Buffer) =>
    send(officer, `${HOME}/evidence/new`, { ...fields(), file: { name, bytes } });
  const versions = () =>
    onlooker.rows<{ id: string; evidence: string; name: string; media: string }>(
      `select id, evidence_id as evidence, name, media_type as media from evidence_version
        where recorded_by = (select id from person where email = 'officer@police.example')
        order by recorded_at desc, id desc`,
      [],
    );

  it.each(ATTACKS)(
    '%s is refused, with what was typed still there, and nothing of it is kept',
    async (...attack) => {
      const [, name, make, says] = attack;
      const { status, text } = await supply(name, await make());
      expect(status).toBe(422);
      const [[sentence, href] = []] = errorSummary(text);
      expect(sentence).toMatch(says);
      expect(href).toBe('file');
      expect(text).toContain('Who attended, on page 2');
      expect(text).toContain('value="Minutes of June"');
      expect(await versions()).toEqual([]);
      expect(await onlooker.rows('select 1 from evidence_file where sha256 is null', [])).toEqual([]);
    },
  );

  it.each([
    ['a path', '../../../etc/cron.d/minutes.pdf', 'minutes.pdf'],
    ['a path of Windows', 'C:\\\\Windows\\\\minutes.pdf', 'minutes.pdf'],
    ['300 letters', `${'m'.repeat(300)}.pdf`, `${'m'.repeat(146)}.pdf`],
    ['letters that turn round', 'annual\u202efdp.report.pdf', 'annualfdp.report.pdf'],
    ['a page of its own', '<img src=x onerror=alert(1)>.pdf', null],
  ])(
    'a name with %s is kept as a plain one, and the file comes back as an attachment',
    async (_, sent, kept) => {
      const bytes = pdfFile('Minutes of June');
      expect((await supply(sent, bytes)).status).toBe(303);
      const [version] = await versions();
      if (kept === null) expect(version!.name).toMatch(/^[^<>\\"/\\\\]{1,150}$/);
      else expect(version!.name).toBe(kept);
      const page = await officer.get(`${HOME}/evidence/${version!.evidence}`);
      expect(page.text).not.toContain('<img src=x');
      expect(page.text).not.toContain('\u202e');
      const file = await send(officer, `${HOME}/evidence-versions/${version!.id}/file`, {});
      expect(file.status).toBe(200);
      expect(file.headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment; /),
        'x-content-type-options': 'nosniff',
      });
      expect(Buffer.compare(file.body as Buffer, bytes)).toBe(0);
    },
  );

  it('is held while the scanner does not answer: a page says so, nobody opens it, nobody takes it up', async () => {
    await clamd.stop();
    try {
      expect((await supply('held.pdf', pdfFile('Held'))).status).toBe(303);
      const [version] = await versions();
      const page = mainText((await officer.get(`${HOME}/evidence/${version!.evidence}`)).text);
      expect(page).toContain('Received, held until it is scanned');
      expect(page).toContain('Held, nobody can open it: the virus scanner does not answer');
      expect(page).not.toContain('Download the file');
      const file = await send(officer, `${HOME}/evidence-versions/${version!.id}/file`, {});
      expect([file.status, mainText(file.text)]).toEqual([409, expect.stringContaining('This file is held')]);
      const auditor = await test.signedInAs('auditor@partnership.example');
      const review = await send(auditor, `${HOME}/evidence-versions/${version!.id}/review`, {
        action: 'takeUp',
      });
      expect([review.status, mainText(review.text)]).toEqual([
        409,
        expect.stringContaining('This file is held'),
      ]);
      const again = await send(officer, `${HOME}/evidence-versions/${version!.id}/scan`, {});
      expect(again.status).toBe(303);
      expect(mainText((await officer.get(again.headers['location']!)).text)).toContain('Received, held');
    } finally {
      clamd = await startClamd();
    }
  });
});
