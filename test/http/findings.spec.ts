import { RaiseFinding, SupplyEvidence } from '@lib/assurance';
import { addDays, calendarDate } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import type { Agent } from 'supertest';
import { boxOf, errorSummary, mainText } from './support/html.js';
import { actor } from './support/records.js';
import { type Fields, send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const FINDINGS = `${HOME}/findings`;
const WORKPAPERS = `${HOME}/workpapers`;
/** After the demonstration was made. */
const FIRST_DAY = calendarDate(`${new Date().getFullYear() + 1}-06-01`);
const typed = (day: string) => day.split('-').reverse().map(Number).join(' ');

describe('an auditor at work', () => {
  let test: TestApp;
  const agents = new Map<string, Agent>();

  beforeAll(async () => {
    test = await startTestApp();
    await goTo(test, FIRST_DAY);
  });
  afterAll(() => test.close());

  const as = async (email: string) => {
    if (!agents.has(email)) agents.set(email, await test.signedInAs(email));
    return agents.get(email)!;
  };
  const auditor = () => as('auditor@partnership.example');
  const page = async (path: string, email = 'auditor@partnership.example') =>
    (await (await as(email)).get(path).expect(200)).text;
  const done = async (email: string, path: string, fields: Fields) => {
    const { status, headers } = await send(await as(email), path, fields);
    expect([path, status]).toEqual([path, 303]);
    return headers['location']!;
  };
  const hrefOf = (html: string, text: string) =>
    html.match(new RegExp(`href="([^"]*)"[^>]*>[^<]*${text}`))?.[1]?.replaceAll('&amp;', '&');

  it('draws a sample, works a figure out again and raises a finding on the difference', async () => {
    const workpaper = await done('auditor@partnership.example', `${WORKPAPERS}/new`, {
      ...{ objective: 'Whether figures agree with extracts', firstQuarter: '2010-11-q1' },
      ...{ lastQuarter: '2010-11-q4', sampleSize: '2', seed: '' },
    });
    const drawn = await page(workpaper);
    expect(mainText(drawn)).toContain('the same sample came out');
    expect(mainText(drawn)).toContain('0 of 2 tested');
    const [first, second] = [...drawn.matchAll(/href="([^"]*\/figures\/[^"]*)"/g)].map(([, href]) => href!);
    const before = await page(first!);
    expect(before).toMatch(/Download the extract, counts-quarter-\d\.csv/);
    const extract = await (await auditor()).get(hrefOf(before, 'Download the extract')!);
    expect((extract.body as Buffer).toString()).toContain('measure,count');

    const words = 'Row 2, column 2';
    await done('auditor@partnership.example', first!, { outcome: 're-performed', obtained: '9,999', words });
    const early = await send(await auditor(), `${workpaper}/conclusion`, { reason: 'It does not agree' });
    expect([early.status, boxOf(early.text, 'reason')]).toEqual([409, 'It does not agree']);
    await done('auditor@partnership.example', second!, {
      ...{ outcome: 'not-tested', obtained: '', words: 'It names no offence' },
    });
    expect(mainText(await page(workpaper))).toContain('2 of 2 tested, 1 difference');

    const raise = hrefOf(await page(first!), 'Raise a finding on the difference')!;
    const form = await page(raise);
    expect(boxOf(form, 'found')).toMatch(
      /^Re-performed: 9999\. Reported: \d+\. Difference: \d+\. Row 2, column 2$/,
    );
    expect(form).toMatch(/<option value="[^"]+" selected>Metropolitan Police Service/);
    const finding = await done('auditor@partnership.example', `${FINDINGS}/new`, {
      ...{ on: boxOf(form, 'on')!, title: 'One figure differs', found: boxOf(form, 'found')! },
      ...{ expected: 'They agree', recommendation: 'Correct it', rating: 'high' },
      ...{ authority: /<option value="([^"]+)" selected>/.exec(form)![1]!, answerBy: typed(FIRST_DAY) },
    });
    expect(hrefOf(await page(finding), 'The workpaper that it came from')).toBe(workpaper);
    expect(await page(finding, 'approver@police.example')).not.toContain('The workpaper that it came from');

    await done('auditor@partnership.example', `${workpaper}/conclusion`, { reason: 'One of two differs' });
    const late = { outcome: 're-performed', obtained: '1', words };
    expect((await send(await auditor(), first!, late)).status).toBe(409);
    expect(await page(first!)).not.toContain('<textarea');
  });

  it('is told what is overdue, in words, and sees what is most serious first', async () => {
    await goTo(test, addDays(FIRST_DAY, 3));
    agents.clear(); // their sessions have ended
    const text = mainText(await page(FINDINGS, 'board@partnership.example'));
    expect(text).toContain(`Answer overdue since 1 June ${FIRST_DAY.slice(0, 4)}`);
    expect(text).toContain('3 days ago');
    expect(text.indexOf('One figure differs')).toBeLessThan(text.indexOf('Illustrative: the assessment'));
    expect(text.indexOf('Action overdue since')).toBeGreaterThan(
      text.indexOf('Illustrative: the assessment'),
    );
    const then = mainText(await page(`${FINDINGS}?as-at=${addDays(FIRST_DAY, -1)}`));
    expect(then).not.toContain('One figure differs');
    expect(mainText(await page(`${FINDINGS}?as-at=${FIRST_DAY}`))).toContain('Answer wanted by 1 June');
  });

  it('has one answer to each finding: who comes second is told, and keeps what they typed', async () => {
    const list = await page(FINDINGS);
    const finding = hrefOf(list, '\\d+\\. One figure differs')!;
    const answer = {
      ...{ seen: '1', response: 'partly-agreed', words: 'The extract was a later one', action: 'Keep both' },
      ...{ owner: 'The records manager', dueOn: typed(addDays(FIRST_DAY, 30)) },
    };
    await done('approver@police.example', `${finding}/response`, answer);
    const second = await send(await as('analyst@partnership.example'), `${finding}/response`, answer);
    expect([second.status, mainText(second.text)]).toEqual([409, expect.stringContaining('is answered')]);

    for (const reason of ['Both are kept', 'Now both are'])
      if (reason.startsWith('Both')) {
        await done('approver@police.example', `${finding}/done`, { seen: '2', reason });
        await done('auditor@partnership.example', `${finding}/sending-back`, { seen: '3', reason: 'One is' });
      } else await done('analyst@partnership.example', `${finding}/done`, { seen: '4', reason });
    const stale = await send(await auditor(), `${finding}/closure`, { seen: '3', reason: 'I saw both' });
    expect([stale.status, boxOf(stale.text, 'reason'), boxOf(stale.text, 'seen')]).toEqual([
      ...[409, 'I saw both', '5'],
    ]);
    expect(errorSummary(stale.text)[0]![0]).toContain('Somebody else has written on this finding meanwhile');
    await done('auditor@partnership.example', `${finding}/closure`, { seen: '5', reason: 'I saw both' });
    const text = mainText(await page(finding));
    for (const said of [
      'Answered: partly agreed',
      'Sent back',
      'Action reported done',
      'Closed',
      'I saw both',
    ])
      expect(text).toContain(said);
  });

  it('offers each only what they can do', async () => {
    const list = await page(FINDINGS);
    const closed = hrefOf(list, '\\d+\\. One figure differs')!;
    expect(await page(closed)).toContain(`${closed}/reopening`);
    for (const email of [
      'analyst@partnership.example',
      'approver@police.example',
      'admin@partnership.example',
    ])
      expect(await page(closed, email)).not.toContain('What you can do');
    const ofPartnership = hrefOf(list, '\\d+\\. Illustrative')!;
    expect(await page(ofPartnership, 'analyst@partnership.example')).toContain(`${ofPartnership}/done`);
    expect(await page(ofPartnership, 'approver@police.example')).not.toContain(`${ofPartnership}/done`);
    const duties = await page(`${HOME}/duties`, 'board@partnership.example');
    expect([duties.includes(FINDINGS), duties.includes(WORKPAPERS)]).toEqual([true, false]);
    expect(await page(`${HOME}/duties`)).toContain(WORKPAPERS);
  });

  it('does not name sensitive evidence to those who may not open it', async () => {
    const analyst = await actor(test, 'analyst@partnership.example');
    const { id: partnershipId } = (await test.app.get(PartnershipDirectory).bySlug('kingston'))!;
    const evidenceId = await test.app.get(SupplyEvidence).execute(analyst, {
      ...{ partnershipId, authorityId: null, title: 'Log of the secret', marking: 'official-sensitive' },
      obligations: [{ reference: 'FIS-5', bearer: 'strategy-group' }],
      version: {
        content: { kind: 'link', link: 'https://www.example.org/log' },
        ...{ coversFrom: FIRST_DAY, coversUntil: addDays(FIRST_DAY, 1), expiresOn: null, words: 'The log' },
      },
    });
    const item = await page(`${HOME}/evidence/${evidenceId}`);
    const form = hrefOf(item, 'Raise a finding on version 1')!;
    const versionId = form.split('evidence:')[1]!;
    const id = await test.app.get(RaiseFinding).execute(await actor(test, 'auditor@partnership.example'), {
      ...{ partnershipId, on: { kind: 'evidence', versionId }, title: 'A log', found: 'x', expected: 'x' },
      ...{ recommendation: 'x', rating: 'low', authorityId: null, answerBy: addDays(FIRST_DAY, 30) },
    });
    expect(await page(form)).toContain('Log of the secret, version 1');
    for (const path of [FINDINGS, `${FINDINGS}/${id}`]) {
      expect(await page(path)).toContain('Log of the secret');
      const seen = await page(path, 'board@partnership.example');
      expect(seen).toContain('Evidence marked OFFICIAL-SENSITIVE, version 1');
      expect(seen).not.toContain('Log of the secret');
    }
  });

  it('is told where to start who asks for a finding on nothing', async () => {
    const { status, text } = await (await auditor()).get(`${FINDINGS}/new`);
    expect([status, mainText(text)]).toEqual([
      400,
      expect.stringContaining('follow “Raise a finding” there'),
    ]);
    for (const on of ['evidence:x', 'figure:x:y', 'duty:FIS-9/strategy-group/2026-04-01'])
      expect((await (await auditor()).get(`${FINDINGS}/new?on=${on}`)).status).toBe(404);
  });
});
