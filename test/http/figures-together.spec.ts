import type { Agent } from 'supertest';
import { openFigures, pageOf, readyToSend, shownIn } from './support/figures-page.js';
import { errorSummary } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

describe('two officers on one return', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let olive: Agent;
  let oscar: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    olive = await test.signedInAs('officer@police.example');
    oscar = await test.signedInAs('officer2@police.example');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const eventsOf = async (type: string) =>
    (await onlooker.rows('select seq from audit_event where type = $1', [type])).length;

  it('do not overwrite each other: the second sees both, keeps what was typed, and may save again', async () => {
    const [first, second] = [await openFigures(olive), await openFigures(oscar)];
    const line = { typed: 0, same: 1, untouched: 2 };
    await first.save({ [line.typed]: { value: '52' }, [line.same]: { value: '7' } });

    const before = await onlooker.contents();
    const mine = {
      [line.typed]: { value: '1,060' },
      [line.same]: { value: '7' },
      3: { reason: 'The extract is late' },
    };
    const late = await second.save(mine, 'check');
    expect(late.status).toBe(409);
    expect(await onlooker.contents()).toEqual(before);
    expect(errorSummary(late.text)[0]![0]).toMatch(/^Somebody else saved this return after you opened it\./);
    expect(shownIn(late.text, second, line.typed, 'value')).toBe('1,060');
    expect(shownIn(late.text, second, line.same, 'value')).toBe('7');
    expect(shownIn(late.text, second, 3, 'reason')).toBe('The extract is late');
    const theirs = [...late.text.matchAll(/id="theirs-([^"]*)"[^>]*>\s*<div[^>]*>\s*([^<]*)/g)];
    expect(theirs.map(([, id, said]) => [id, said!.trim()])).toEqual([
      [second.lines[line.typed], 'Saved meanwhile by Olive Example: 52'],
      [second.lines[3], 'Saved meanwhile by somebody else: Nothing entered yet'],
    ]);

    const again = pageOf(oscar, second.path, late.text);
    expect((await again.save({})).status).toBe(303);
    const now = (await olive.get(first.path)).text;
    expect(shownIn(now, first, line.typed, 'value')).toBe('1060');
    expect(shownIn(now, first, line.same, 'value')).toBe('7');
  });

  it('who save at the same moment: one wins, whole, and one is asked', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = [await openFigures(olive), await openFigures(oscar)];
      const saved = await eventsOf('FiguresSaved');
      const answers = await Promise.all([
        first.save({ 4: { value: `1${round}` }, 5: { value: `1${round}` } }),
        second.save({ 4: { value: `2${round}` }, 5: { value: `2${round}` } }),
      ]);
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 409]);
      expect(await eventsOf('FiguresSaved')).toBe(saved + 1);
      const winner = answers[0].status === 303 ? 1 : 2;
      const now = (await olive.get(first.path)).text;
      for (const line of [4, 5]) expect(shownIn(now, first, line, 'value')).toBe(`${winner}${round}`);
    }
  });

  it('change nothing by saving what stands there already', async () => {
    const before = await onlooker.contents();
    expect((await (await openFigures(oscar)).save({})).status).toBe(303);
    expect(await onlooker.contents()).toEqual(before);
  });

  it.each([
    ['who both send it', () => [olive, oscar]],
    ['or one who presses twice', () => [olive, olive]],
  ])('send it once: %s', async (_who, agents) => {
    await sendBack();
    const page = await openFigures(olive);
    await readyToSend(olive, page, '3');
    const check = `${page.returnPath}/check`;
    const forms = [];
    for (const agent of agents()) {
      const { text } = await agent.get(check).expect(200);
      const fields = { _csrf: hiddenField(text, '_csrf'), version: hiddenField(text, 'version') };
      forms.push(() => agent.post(check).type('form').send(fields));
    }
    const [sent, decided] = [await eventsOf('ReturnSubmitted'), await decisions()];
    const answers = await Promise.all(forms.map(async (form) => form()));
    const through = answers.filter(({ status }) => status === 303);
    expect(through.map(({ headers }) => headers['location'])).toEqual([page.returnPath]);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    expect(await eventsOf('ReturnSubmitted')).toBe(sent + 1);
    expect(await decisions()).toBe(decided + 1);
  });

  const decisions = async () => (await onlooker.rows('select id from return_decision')).length;

  /** Hands the return back to its officers, if it has left them. */
  async function sendBack(): Promise<void> {
    const approver = await test.signedInAs('approver@police.example');
    const { text } = await approver.get('/partnerships/kingston/approvals').expect(200);
    const decision = /href="([^"]*\/decision)"/.exec(text)?.[1];
    if (!decision) return;
    const page = (await approver.get(decision).expect(200)).text;
    await approver
      .post(decision)
      .type('form')
      .send({
        ...{ _csrf: hiddenField(page, '_csrf'), contentSha256: hiddenField(page, 'contentSha256') },
        ...{ decision: 'send-back', comment: 'Once more' },
      })
      .expect(303);
  }
});
