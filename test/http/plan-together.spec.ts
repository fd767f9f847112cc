import { boxOf, errorSummary, mainText } from './support/html.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { type Fields, send } from './support/send.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const ANALYST = 'analyst@partnership.example';

describe('a draft of the plan that two people edit', () => {
  let test: TestApp;
  let records: Records;
  beforeAll(async () => {
    test = await startTestApp();
    await openTheYear(test, 'kingston');
    records = await recordsOf(test, 'kingston', 'police');
  });
  afterAll(() => test.close());

  const draft = () => `/partnerships/kingston/plan/versions/${records.plan.draft}`;
  const action = (wording: string, seen: string): Fields => ({
    ...{
      wording,
      owner: records.plan.lead,
      dueOn: '31 3 2027',
      tier: 'primary',
      publication: 'public',
      seen,
    },
  });

  it('keeps what the second typed, shows what the first saved, and takes it when it is sent again', async () => {
    const [one, other] = [await test.signedInAs(ANALYST), await test.signedInAs(ANALYST)];
    const path = `${draft()}/actions/${records.plan.action}`;
    const seen = hiddenField((await other.get(path)).text, 'seen');
    await send(one, path, action('Fit better locks', seen)).then(({ status }) => expect(status).toBe(303));

    const late = await send(other, path, action('Fit alarms', seen));
    expect(late.status).toBe(409);
    expect(errorSummary(late.text)[0]![0]).toContain('It says now: “Fit better locks”.');
    expect(boxOf(late.text, 'wording')?.trim()).toBe('Fit alarms');

    const again = await send(other, path, action('Fit alarms', hiddenField(late.text, 'seen')));
    expect(again.status).toBe(303);
    expect(mainText((await one.get(draft())).text)).toContain('Fit alarms');
  });

  it('is not adopted as nobody has seen it', async () => {
    const analyst = await test.signedInAs(ANALYST);
    const seen = hiddenField((await analyst.get(`${draft()}/adoption`)).text, 'edits');
    const finding = {
      ...{ source: 'consultation', document: 'Survey', foundOn: '1 2 2011', wording: 'New', priorities: '' },
      ...{ publication: 'public', seen: '' },
    };
    expect((await send(analyst, `${draft()}/new-finding`, finding)).status).toBe(303);
    const adoption = { decision: records.plan.decision, adoptedOn: '1 3 2011', inForceFrom: '1 4 2011' };
    const late = await send(analyst, `${draft()}/adoption`, { ...adoption, edits: seen });
    expect(late.status).toBe(409);
    expect(boxOf(late.text, 'adoptedOn')).toBe('1 3 2011');
    const edits = hiddenField(late.text, 'edits');
    expect((await send(analyst, `${draft()}/adoption`, { ...adoption, edits })).status).toBe(303);
  });

  it('says of an adopted version who can do what about it, and changes nothing', async () => {
    const analyst = await test.signedInAs(ANALYST);
    const { status, text } = await analyst.get(`${draft()}/new-finding`);
    expect(status).toBe(409);
    expect(mainText(text)).toContain(
      'is adopted and does not change. The partnership analyst can begin a revision',
    );
  });

  it('tells the board the same, with nothing to edit', async () => {
    const board = await test.signedInAs('board@partnership.example');
    const { text } = await board.get('/partnerships/kingston/plan');
    for (const words of ['Begin a revision', 'Add a priority', 'Note it', 'Name a senior person'])
      expect(text).not.toContain(words);
    expect(mainText(text)).toContain('What to put right');
  });
});
