import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { send } from './support/send.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const MEASURE = '/partnerships/kingston/measures/residential-burglary';

const wish = {
  ...{
    kind: 'percentage-reduction',
    year: '2010-11',
    wording: '5% fewer than in 2009/10',
    changePercent: '5',
  },
  ...{
    atLeast: '',
    atMost: '',
    baselineYear: '2009-10',
    baselineValue: '646',
    baselineExactness: 'back-calculated',
  },
  ...{ baselineLowest: '642', baselineHighest: '651', baselineSource: 'Summary', baselineRelease: '2010' },
  ...{ course: 'flat', level1: '', level2: '', level3: '', level4: '', reason: '' },
};

describe('setting a target', () => {
  let test: TestApp;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    analyst = await test.signedInAs('analyst@partnership.example');
  });
  afterAll(() => test.close());

  const look = async (change: object = {}, path = MEASURE) =>
    send(analyst, `${path}/target`, { ...wish, ...change, action: 'look', seen: '' });

  it('starts with the newest year that is known as the baseline', async () => {
    const { text } = await analyst.get(`${MEASURE}/target`).expect(200);
    // 126 + 135 + 210 + 166 = 637
    expect(text).toMatch(/name="baselineValue"[^>]*value="637"/);
    expect(text).toMatch(/<option value="2011-12" selected>/);
    expect(text).not.toContain('Set this target');
  });

  it('shows the pass mark and what chance alone would do before anything is saved', async () => {
    const { text } = await look();
    const shown = mainText(text);
    // floor(646 × 0.95) = floor(613.7)
    expect(shown).toContain('It is met by 613 offences or fewer in the year');
    expect(shown).toContain('33 fewer than the baseline of 646, 5.1%');
    // floor(642 × 0.95) = 609, floor(651 × 0.95) = 618
    expect(shown).toContain('met by 609 offences or fewer, or by 618 offences or fewer');
    // floor((√646 − 1.96/√2)²) = floor(577.47)
    expect(shown).toContain('Smallest fall that chance would not explain to 577 or fewer (10.7% less)');
    expect(shown).toContain('If the year comes out exactly as hoped it shows as a real change in about');
    expect(shown).toContain('If nothing changes chance alone meets the target: ');
    expect(shown).toContain('One year cannot tell whether a target this size is met by work or by chance.');
    expect(mainText((await analyst.get(MEASURE)).text)).not.toContain('5% fewer than in 2009/10');
  });

  it('sets nothing that was changed after it was looked at', async () => {
    const seen = hiddenField((await look()).text, 'seen');
    const { status, text } = await send(analyst, `${MEASURE}/target`, {
      ...wish,
      changePercent: '6',
      action: 'set',
      seen,
    });
    expect(status).toBe(200);
    expect(text).toContain('You changed it after you looked at it.');
    expect(mainText(text)).toContain('It is met by 607 offences or fewer');
    expect(mainText((await analyst.get(MEASURE)).text)).not.toContain('fewer than in 2009/10');
  });

  it('is judged at once when it is set', async () => {
    const seen = hiddenField((await look()).text, 'seen');
    await analyst
      .post(`${MEASURE}/target`)
      .type('form')
      .send({ ...wish, action: 'set', seen, _csrf: hiddenField((await look()).text, '_csrf') })
      .expect(303);
    const shown = mainText((await analyst.get(MEASURE)).text);
    expect(shown).toContain('The target of 613 or fewer was missed by 24.');
    expect(shown).toContain('Met by 613 offences or fewer in the year');
  });

  it('takes the place of a target that stands only for a reason and by a decision, and says so', async () => {
    const seen = hiddenField((await look({ changePercent: '4' })).text, 'seen');
    const second = { ...wish, changePercent: '4', action: 'set', seen };
    const refused = await send(analyst, `${MEASURE}/target`, second);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Say why this target takes the place of the one that stands');
    const why = { ...second, reason: 'Five was never in reach' };
    const undecided = await send(analyst, `${MEASURE}/target`, why);
    expect(undecided.status).toBe(422);
    expect(undecided.text).toContain('Select the decision of the board that changes the target');

    const decided = { decidedOn: '3 5 2010', meeting: 'Board meeting', wording: 'Four percent, not five' };
    await send(analyst, '/partnerships/kingston/decisions/new', decided);
    expect(undecided.text).not.toContain('3 May 2010, Board meeting');
    const offered = /<option value="([^"]+)"[^>]*>3 May 2010, Board meeting/.exec((await look()).text)![1]!;
    expect((await send(analyst, `${MEASURE}/target`, { ...why, decision: offered })).status).toBe(303);
    const { text } = await analyst.get(MEASURE);
    expect(mainText(text)).toContain('Took the place of another target Five was never in reach');
    expect(text).toContain('Target changed: 5% fewer than in 2009/10');
    const trail = mainText((await analyst.get('/partnerships/kingston/audit-trail')).text);
    expect(trail).toContain('in place of “5% fewer than in 2009/10”: Five was never in reach');
    expect(trail).toContain('(decided by the board: Board meeting, 2010-05-03)');
    const decisions = mainText((await analyst.get('/partnerships/kingston/decisions')).text);
    expect(decisions).toContain('Target of Residential burglary: 5% fewer than in 2009/10');
  });

  it.each([
    [{ kind: 'ceiling', atMost: '600', changePercent: '' }, 'It is met by 600 offences or fewer'],
    [{ kind: 'floor', atLeast: '700', changePercent: '' }, 'Smallest rise that chance would not explain'],
    [{ kind: 'range', atLeast: '600', atMost: '700', changePercent: '' }, 'It is met by between 600 and 700'],
    [{ kind: 'maintain', changePercent: '' }, 'no change from the baseline of 646'],
    [{ kind: 'narrative', changePercent: '' }, 'it is in words and is not judged'],
    [{ kind: 'rank', atMost: '8', changePercent: '' }, 'It is met by place 8 or better'],
    [{ baselineValue: '' }, 'it cannot be judged until a baseline is known'],
  ])('shows what a target of another kind means: %j', async (change, says) => {
    const { status, text } = await look(change);
    expect([status, mainText(text).includes(says)]).toEqual([200, true]);
  });

  it('is not offered to who may not set it', async () => {
    const board = await test.signedInAs('board@partnership.example');
    expect((await board.get(MEASURE)).text).not.toContain('Set a target');
    expect((await analyst.get(MEASURE)).text).toContain('Set a target');
  });
});
