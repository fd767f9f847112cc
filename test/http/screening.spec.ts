import type { Agent } from 'supertest';
import { nameOf, type Route, ROUTES, visitorOf } from './routes.table.js';
import { boxOf, brokenErrorLinks, errorSummary } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { type Fields, send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const WORDS = 'Ask 07700 900123';
const FLAG = '“07700 900123” looks like a phone number';
const OTHER = 'Ask 07700 900456';

const forms = ROUTES.flatMap((route) =>
  route.form && route.access !== 'public' ? [{ route, form: route.form }] : [],
);
const rows = forms.map(({ route, form }) => [nameOf(route), route, form] as const);

/** Figures that are pasted are shown, not saved: the form that saves them is the one of the figures page. */
const SAVES_NOTHING = ['pasted'];

describe('personal data in what people write', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let records: Records;
  const agents = new Map<string, Promise<Agent>>();
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await openTheYear(test, 'kingston');
    records = await recordsOf(test, 'kingston', 'police');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  /** Signed in once each: there is a limit to how often anybody does so. */
  function visitor(route: Route): Promise<Agent> {
    const email = visitorOf(route);
    if (!agents.has(email)) agents.set(email, test.signedInAs(email));
    return agents.get(email)!;
  }

  const routeOf = (end: string) => forms.find(({ route }) => route.pattern.endsWith(end))!;

  /** Sends the valid form of a route with other words in it. */
  async function sendTo(end: string, fields: Fields) {
    const { route, form } = routeOf(end);
    return send(await visitor(route), route.path(records), { ...form.valid(records), ...fields });
  }

  function eventsOf(type: string) {
    return onlooker.rows<{ content: string; seq: string; transaction: string }>(
      'select content, seq, xmin::text as transaction from audit_event where type = $1 order by recorded_at, seq',
      [type],
    );
  }

  it.each(rows)('%s saves no phone number from any of its boxes at once', async (_name, route, form) => {
    const agent = await visitor(route);
    const path = route.path(records);
    // Some forms stand on a page whose address says what they are about.
    const asked = ROUTES.find(({ method, pattern }) => method === 'GET' && pattern === route.pattern);
    let { text: page } = await agent.get(path);
    if (!formOf(page, path) && asked) page = (await agent.get(asked.path(records))).text;
    const valid = form.valid(records);
    // Some stand on the page of their record.
    if (!formOf(page, path) && path.endsWith('/answers'))
      page = (await agent.get(path.slice(0, -'/answers'.length))).text;
    // A form of one button stands on the page of its record.
    if (!formOf(page, path)) expect(['action', 'record sha256']).toContain(Object.keys(valid).join(' '));
    const areas = boxesIn(page, path, 'textarea').filter((name) => !SAVES_NOTHING.includes(name));
    const before = await onlooker.contents();
    for (const name of [...areas, ...boxesIn(page, path, 'input')]) {
      const { status, text } = await send(agent, path, { ...valid, [name]: WORDS });
      // A box that takes no words refuses them.
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
      const isFlagged = errorSummary(text).some(([sentence]) => sentence.includes(FLAG));
      if (areas.includes(name)) expect([name, isFlagged]).toEqual([name, true]);
      if (!isFlagged) continue;
      expect([name, status, boxOf(text, name)]).toEqual([name, 422, WORDS]);
      expect([name, brokenErrorLinks(text)]).toEqual([name, []]);
      // The box that confirms is in the form that is sent again, once.
      expect([name, formOf(text, path)?.split('name="nothingPersonal"').length]).toEqual([name, 2]);
      expect(text.split('name="nothingPersonal"')).toHaveLength(2);
    }
    expect(await onlooker.contents()).toEqual(before);
  });

  it('says in which box what looks like what, and asks with a box that is not ticked', async () => {
    const { text } = await sendTo('/progress', { words: `${WORDS} at KT1 1EU` });
    expect(errorSummary(text)).toEqual([
      [`The words: ${FLAG}, “KT1 1EU” looks like a full postcode`, 'words'],
    ]);
    expect(text).toContain('I have checked it: nothing here is about a person who can be recognised');
    expect(checkBoxIn(text)).not.toContain('checked');
  });

  it('saves it when its sender confirms, and keeps that with the change, without the words', async () => {
    const { text } = await sendTo('/progress', { words: WORDS });
    const { status } = await sendTo('/progress', { words: WORDS, nothingPersonal: valueIn(text) });
    expect(status).toBe(303);
    const [flag] = (await eventsOf('PersonalDataFlagConfirmed')).slice(-1);
    const [progress] = (await eventsOf('DutyProgressRecorded')).slice(-1);
    expect(flag!.transaction).toBe(progress!.transaction);
    const { route } = routeOf('/progress');
    const { subject, data } = JSON.parse(flag!.content) as { subject: string; data: object };
    expect(data).toEqual({ kinds: ['a phone number'], path: route.path(records) });
    expect(subject).toBe((JSON.parse(progress!.content) as { subject: string }).subject);
    expect(flag!.content).not.toContain('07700');
  });

  it('asks again about what was typed after it was confirmed', async () => {
    const { text } = await sendTo('/progress', { words: WORDS });
    const before = await onlooker.contents();
    const answer = await sendTo('/progress', { words: `${WORDS}. ${OTHER}`, nothingPersonal: valueIn(text) });
    expect([answer.status, checkBoxIn(answer.text)]).toEqual([422, expect.not.stringContaining('checked')]);
    expect(await onlooker.contents()).toEqual(before);
  });

  it.each(['yes', 'on', '', ' '])('is not confirmed by "%s"', async (nothingPersonal) => {
    const { status } = await sendTo('/progress', { words: WORDS, nothingPersonal });
    expect(status).toBe(422);
  });

  it('stays confirmed while something else is put right', async () => {
    const { text } = await sendTo('/progress', { words: WORDS });
    const answer = await sendTo('/progress', {
      words: WORDS,
      progress: 'perhaps',
      nothingPersonal: valueIn(text),
    });
    expect(errorSummary(answer.text)).toEqual([['Select how far it has come', 'progress']]);
    expect(checkBoxIn(answer.text)).toContain('checked');
    expect(valueIn(answer.text)).toBe(valueIn(text));
  });

  it('stays confirmed from looking at a target to setting it', async () => {
    const { text } = await sendTo('/target', { reason: WORDS });
    const looked = await sendTo('/target', { reason: WORDS, nothingPersonal: valueIn(text) });
    expect([looked.status, checkBoxIn(looked.text)]).toEqual([200, expect.stringContaining('checked')]);
  });

  it('keeps no confirmation where there was nothing to confirm', async () => {
    const before = (await eventsOf('PersonalDataFlagConfirmed')).length;
    const { text } = await sendTo('/progress', { words: WORDS });
    const { status } = await sendTo('/progress', { words: 'Nobody to ask', nothingPersonal: valueIn(text) });
    expect(status).toBe(303);
    expect(await eventsOf('PersonalDataFlagConfirmed')).toHaveLength(before);
  });

  it('is asked about in the name of a file of evidence, and not in what is refused', async () => {
    const file = { name: 'Letter to jo@example.org.txt', bytes: Buffer.from('Words') };
    const asked = await sendTo('/evidence/new', { link: '', file });
    expect([asked.status, errorSummary(asked.text)]).toEqual([
      422,
      [['The name of the file: “jo@example.org.txt” looks like an e-mail address', 'file']],
    ]);
    const { status } = await sendTo('/evidence/new', {
      link: '',
      file,
      nothingPersonal: valueIn(asked.text),
    });
    expect(status).toBe(303);
  });

  it('is asked about in the name of a file that figures were taken from', async () => {
    const file = { name: 'NHS 9434765919.csv', bytes: Buffer.from('id\r\n1\r\n') };
    const { text } = await sendTo('/sources', { file });
    expect(errorSummary(text)).toEqual([
      ['The name of the file: “9434765919” looks like an NHS number', 'file'],
    ]);
  });

  it('is asked about in why there is no figure, and saved with the figures when confirmed', async () => {
    const name = `figures[${records.draft.line}]`;
    const fields = { [`${name}[value]`]: '', [`${name}[reason]`]: WORDS };
    const { text } = await sendTo('/figures', fields);
    expect(errorSummary(text)).toEqual([
      [`Residential burglary, why there is no figure: ${FLAG}`, `reason-${records.draft.line}`],
    ]);
    const before = (await eventsOf('PersonalDataFlagConfirmed')).length;
    expect((await sendTo('/figures', { ...fields, nothingPersonal: valueIn(text) })).status).toBe(303);
    expect(await eventsOf('PersonalDataFlagConfirmed')).toHaveLength(before + 1);
  });
});

/** The form of a page that is sent to an address. */
function formOf(html: string, path: string): string | undefined {
  return [...html.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)]
    .map(([form]) => form)
    .find((form) => form.includes(`action="${path}"`));
}

/** The names of the boxes that people type words in, in the form of a page. */
function boxesIn(html: string, path: string, tag: 'textarea' | 'input'): string[] {
  const boxes = [...(formOf(html, path) ?? '').matchAll(new RegExp(`<${tag}\\b[^>]*>`, 'g'))].map(
    ([box]) => box,
  );
  return boxes
    .filter(
      (box) => tag === 'textarea' || (/type="(text|search|url)"/.test(box) && !box.includes('inputmode=')),
    )
    .map((box) => / name="([^"]*)"/.exec(box)![1]!);
}

function checkBoxIn(html: string): string {
  const box = [...html.matchAll(/<input\b[^>]*>/g)].find(([tag]) => tag.includes('name="nothingPersonal"'));
  if (!box) throw new Error('The page asks for no confirmation.');
  return box[0];
}

function valueIn(html: string): string {
  return / value="([^"]*)"/.exec(checkBoxIn(html))![1]!;
}
