import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { CALM, reportBurglaries } from './support/long-history.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const MEASURE = '/partnerships/kingston/measures/residential-burglary';
const SAC = '/partnerships/kingston/measures/serious-acquisitive-crime';

describe('the chart over years', () => {
  let test: TestApp;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    analyst = await test.signedInAs('analyst@partnership.example');
    await reportBurglaries(test, [...CALM, 240, 100, 98, 103, 97, 101, 99, 102]);
  });
  afterAll(() => test.close());

  const page = async () => (await analyst.get(MEASURE).expect(200)).text;

  it('has limits fixed on the first twelve quarters, and says which point is out of the ordinary', async () => {
    const shown = mainText(await page());
    expect(shown).toContain('Limits Fixed on the first 12 quarters');
    expect(shown).toContain('Newest quarter Improving: lower than usual');
    expect(shown).toContain('rule set MDC-2023');
    const svg = await page();
    expect(svg).toContain('Upper limit');
    expect(svg).toMatch(/<desc id="chart-residential-burglary-wide-description">[^<]*Fixed on the first 12/);
  });

  it('starts limits anew where a shift of seven begins, for a reason and by a decision', async () => {
    const rebase = {
      ...{ kind: 'new-limits', words: 'New patrols from here on', approvedBy: 'the board, 3 May 2014' },
    };
    const early = await send(analyst, `${MEASURE}/marks`, { ...rebase, quarter: '2012-13-q1' });
    expect([early.status, early.text.includes('the process has not shifted')]).toEqual([422, true]);
    // the eighth quarter from the end: 100 and all after it lie below the average
    const right = await send(analyst, `${MEASURE}/marks`, { ...rebase, quarter: '2013-14-q4' });
    expect(right.status).toBe(303);
    const shown = mainText(await page());
    expect(shown).toContain('started anew: New patrols from here on (decided by the board, 3 May 2014)');
    expect(shown).toContain('Trial limits, from fewer than 12 quarters');
    expect(shown).toContain('Newest quarter No significant change in the newest quarter');
  });

  it('compares nothing across a break, on the page and in the results', async () => {
    await send(analyst, `${MEASURE}/marks`, {
      ...{ kind: 'series-break', quarter: '2014-15-q1', words: 'New recording system', approvedBy: '' },
    });
    const text = await page();
    expect(text).toContain('New recording system');
    const shown = mainText(text);
    expect(shown).toContain('Cannot tell: the series breaks in between');
    expect(shown).toContain('Break in the series, April to June 2014: New recording system');
  });

  it('breaks a composite where one of its parts breaks', async () => {
    expect(mainText((await analyst.get(SAC)).text)).toContain('Break in the series, April to June 2014');
    await send(analyst, `${MEASURE}/marks`, {
      ...{ kind: 'series-break', quarter: '2010-11-q3', words: 'Another way of counting', approvedBy: '' },
    });
    const shown = mainText((await analyst.get(SAC)).text);
    expect(shown).toContain('Break in the series, October to December 2010: Another way of counting');
    expect(shown).toContain(
      'The series breaks within or after the baseline, so the target cannot be judged.',
    );
  });

  it('takes a mark off again, with a reason, and judges anew', async () => {
    const marks = (await analyst.get(`${MEASURE}/marks`)).text;
    const [, path] =
      /href="([^"]+withdrawal)">Take it off<span class="govuk-visually-hidden">: Another way of counting/.exec(
        marks,
      )!;
    await send(analyst, path!, { reason: 'It was another borough' });
    expect(mainText((await analyst.get(SAC)).text)).toContain(
      'The target of 1,675 or fewer was missed by 20.',
    );
    const trail = mainText((await analyst.get('/partnerships/kingston/audit-trail')).text);
    expect(trail).toContain('It was another borough');
  });
});
