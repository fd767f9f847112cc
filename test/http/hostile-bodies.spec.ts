import type { Agent } from 'supertest';
import { type FiguresPage, openFigures, shownIn, readyToSend } from './support/figures-page.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { send, sendRaw } from './support/send.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

/** Bodies that no page sends, with LINE for the id of a line: nothing of them may be bound. */
const HOSTILE: readonly [string, string][] = [
  ['figures that are a text', 'figures=126'],
  ['figures that are a list', 'figures[]=126&figures[]=127'],
  ['figures numbered instead of named', 'figures[0][value]=126'],
  ['a line that is a text', 'figures[LINE]=126'],
  ['a line that is a list', 'figures[LINE][]=126'],
  ['a box inside a box', 'figures[LINE][value][value]=126'],
  ['a box with a name of its own', 'figures[LINE][enteredBy]=018f0000-0000-7000-8000-000000000000'],
  ['the box of a line that is not there', 'figures[018f0000-0000-7000-8000-000000000000][value]=126'],
  ['a line called constructor', 'figures[constructor][value]=126'],
  ['a constructor', 'constructor[prototype][isAdmin]=1'],
  ['a prototype, escaped', 'figures[__proto__][value]=126&figures[x]=1'],
  ['a state', 'state=approved'],
  ['a partnership', 'partnershipId=018f0000-0000-7000-8000-000000000000'],
  ['a box too deep to read', `figures${'[x]'.repeat(200)}=1`],
  ['three thousand fields', Array.from({ length: 3000 }, (_, index) => `f${index}=1`).join('&')],
  ['300 kB in one box', `figures[LINE][value]=${'1'.repeat(300_000)}`],
  ['no version', 'version='],
  ['two versions', 'version=1&version=2'],
  ['a version that is no number', 'version=1e3'],
  ['a version below nought', 'version=-1'],
  ['a version inside a box', 'version[x]=1'],
  ['a zero byte in a figure', 'figures[LINE][value]=12%00'],
  ['a zero byte in a reason', 'figures[LINE][value]=&figures[LINE][reason]=late%00'],
];

describe('a body that no page of ours sends', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let officer: Agent;
  let page: FiguresPage;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    officer = await test.signedInAs('officer@police.example');
  });
  beforeEach(async () => {
    const first = await openFigures(officer);
    await first.save(Object.fromEntries(first.lines.map((_, line) => [line, { value: '5', reason: '' }])));
    page = await openFigures(officer);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  it.each(HOSTILE)('with %s is refused, and what was saved stays', async (_what, hostile) => {
    const before = await onlooker.contents();
    const version = /version/.test(hostile) ? '' : `version=${page.version}&`;
    const body = `${version}action=later&${hostile.replaceAll('LINE', page.lines[0]!)}`;
    const { status } = await page.saveRaw(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await onlooker.contents()).toEqual(before);
  });

  it('with fewer lines than the return has leaves the others as they are', async () => {
    const body = `version=${page.version}&action=later&figures[${page.lines[0]}][value]=6`;
    expect((await page.saveRaw(body)).status).toBe(303);
    const { text } = await officer.get(page.path).expect(200);
    expect(page.lines.map((_, line) => shownIn(text, page, line, 'value'))).toEqual([
      '6',
      ...Array(7).fill('5'),
    ]);
  });

  it('with one box twice is read as its first, never as both', async () => {
    const box = `figures[${page.lines[0]}][value]`;
    const rest = page.lines.slice(1).map((line) => `figures[${line}][value]=5`);
    const body = [`version=${page.version}&action=later`, `${box}=8`, `${box}=9`, ...rest].join('&');
    expect((await page.saveRaw(body)).status).toBe(303);
    const { text } = await officer.get(page.path).expect(200);
    expect(shownIn(text, page, 0, 'value')).toBe('8');
  });

  it('never reaches the prototype of everything', async () => {
    for (const attack of [
      '__proto__[polluted]=1',
      'constructor[prototype][polluted]=1',
      'a[__proto__][polluted]=1',
    ])
      for (const path of [page.path, '/sign-in', '/sign-out?x=1'])
        await sendRaw(await test.signedInAs('officer2@police.example'), path, attack);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  describe('in the other forms', () => {
    const suspension = async () => {
      const [person] = await onlooker.rows<{ id: string }>(
        "select id from person where email = 'approver@council.example'",
      );
      return `/partnerships/kingston/people/${person!.id}/suspension`;
    };

    it.each([
      'action=suspend&reason=a&reason=b',
      'action=suspend&reason[x]=a',
      'action=suspend&action=x&reason=a',
      'action[]=suspend&reason=a',
    ])('a list or a form in a box is refused: %s', async (body) => {
      const admin = await test.signedInAs('admin@partnership.example');
      const before = await onlooker.contents();
      expect((await sendRaw(admin, await suspension(), body)).status).toBe(422);
      expect(await onlooker.contents()).toEqual(before);
    });

    it('a field with the name of a method is not bound', async () => {
      const admin = await test.signedInAs('admin@partnership.example');
      await sendRaw(
        admin,
        await suspension(),
        'action=suspend&reason=a&toString=x&constructor=x&__proto__[x]=1',
      );
      const events = await onlooker.rows<{ data: object }>(
        "select content::json -> 'data' as data from audit_event where type = 'PersonSuspended'",
      );
      for (const { data } of events) expect(data).toEqual({ person: 'Carys Example', reason: 'a' });
    });

    it('a zero byte in a comment is no error of ours', async () => {
      const check = `${page.returnPath}/check`;
      await readyToSend(officer, await openFigures(officer), '3');
      const { text } = await officer.get(check).expect(200);
      await send(officer, check, { version: hiddenField(text, 'version') });
      const approver = await test.signedInAs('approver@police.example');
      const decision = `${page.returnPath}/decision`;
      const contentSha256 = hiddenField((await approver.get(decision).expect(200)).text, 'contentSha256');
      const body = `contentSha256=${contentSha256}&decision=send-back&comment=wrong%00`;
      const { status } = await sendRaw(approver, decision, body);
      await send(approver, decision, { contentSha256, decision: 'send-back', comment: 'For the next test' });
      expect([400, 422]).toContain(status);
    });

    it.each([
      'email=a@b.example&email=officer@police.example&password=x',
      'email[$ne]=x&password[$ne]=x',
      'email=officer@police.example&password=four quarters a year&password=x',
      'email=officer@police.example%00&password=x',
      'email=officer@police.example&password=four quarters a year%00',
      `email=${'a'.repeat(60_000)}@police.example&password=x`,
      `email=officer@police.example&password=${'x'.repeat(60_000)}`,
      'email=officer@police.example&password=x&next=/&next=//evil.example',
    ])('nobody is signed in by %s', async (body) => {
      const agent = test.browser();
      const { status } = await sendRaw(agent, '/sign-in', body);
      expect([400, 422]).toContain(status);
      await agent
        .get('/')
        .expect(303)
        .expect('Location', /^\/sign-in/);
    });
  });

  it('is understood in no character set but UTF-8, and never an error of ours', async () => {
    const path = page.path;
    for (const type of [
      'application/x-www-form-urlencoded; charset=utf-7',
      'application/x-www-form-urlencoded; charset=',
    ])
      expect((await officer.post(path).set('Content-Type', type).send('a=b')).status).toBeLessThan(500);
    const garbled = await officer.post(path).type('form').set('Content-Encoding', 'gzip').send('not gzip');
    expect([400, 403]).toContain(garbled.status);
    expect((await send(officer, path, { ['\u{1F512}']: '\uD800' })).status).toBe(400);
  });
});
