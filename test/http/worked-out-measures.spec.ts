import { type Actor, calendarDate, Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import { DefineMeasure } from '@lib/plans';
import { ReturnSheetQuery, ReturnsListQuery } from '@lib/reporting';
import { SetTargetAndJudge } from '@lib/results';
import { counted, DecideOnReturn, type FigureEntry, OpenQuarter, SubmitReturn } from '@lib/returns';
import { connectUseCases, type ConnectedUseCases, saveLookedAt } from '@lib/testing';
import type { Agent } from 'supertest';
import { askToo } from './support/ask-too.js';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { type Fields, send, sendRaw } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const MEASURES = `${HOME}/measures`;
const FIRST = FinancialQuarter.of(2012, 1);
const SECOND = FinancialQuarter.of(2012, 2);

/** The satisfaction of two groups of victims, as Kingston's plan had it: 78.8% and 73.9%, a gap of 4.9 points. */
const VICTIMS = {
  'white-asked': 'White victims asked',
  'white-satisfied': 'White victims satisfied',
  'other-asked': 'Other victims asked',
  'other-satisfied': 'Other victims satisfied',
} as const;
type Counted = Readonly<Record<keyof typeof VICTIMS, number>>;

describe('a percentage, and the gap between two', () => {
  let test: TestApp;
  let useCases: ConnectedUseCases;
  let onlooker: Onlooker;
  let analyst: Agent;
  let partnershipId: Id;
  let people: { analyst: Actor; officer: Actor; approver: Actor };
  let police: Id;
  const ids = new Map<string, Id>();

  beforeAll(async () => {
    test = await startTestApp();
    useCases = await connectUseCases(test.database);
    onlooker = await lookInto(test.database);
    analyst = await test.signedInAs('analyst@partnership.example');
    partnershipId = await useCases.partnershipId('kingston');
    people = {
      analyst: await useCases.actor('analyst@partnership.example'),
      officer: await useCases.actor('officer@police.example'),
      approver: await useCases.actor('approver@police.example'),
    };
    const [authority] = await onlooker.rows<{ id: Id }>("select id from authority where kind = 'police'", []);
    police = authority!.id;
    for (const [slug, name] of Object.entries(VICTIMS)) await define(slug, name);
    await askToo(
      useCases,
      people.analyst,
      partnershipId,
      FIRST,
      [...ids.values()].map((measureId) => ({ measureId, authorityId: police })),
    );
  });
  afterAll(async () => {
    await useCases.close();
    await onlooker.close();
    await test.close();
  });

  async function define(slug: string, name: string): Promise<void> {
    const { measureId } = await useCases.get(DefineMeasure).execute(people.analyst, {
      ...{ partnershipId, slug, authorityId: police, inForceFrom: calendarDate('2011-04-01') },
      sheet: {
        ...{ name, unit: 'victims', kind: 'count', direction: 'context', componentIds: [] },
        ...{ wording: 'Victims in the survey.', source: 'User Satisfaction Survey' },
      },
    });
    ids.set(slug, measureId);
  }
  /** Opens a quarter and takes the police return to its approval. */
  async function report(quarter: FinancialQuarter, victims: Counted): Promise<void> {
    await useCases.get(OpenQuarter).execute(people.analyst, { partnershipId, quarter });
    const drafts = await useCases.get(ReturnsListQuery).run(people.officer, partnershipId, {
      ...{ permission: 'returns.edit', states: ['draft'], order: 'soonest-due', limit: 9 },
    });
    const { id: returnId } = drafts.find((one) => one.quarter.equals(quarter))!;
    const sheet = await useCases.get(ReturnSheetQuery).run(people.officer, partnershipId, returnId);
    const entries = new Map(
      sheet.lines.map(({ id, label }): [Id, FigureEntry] => {
        const slug = (Object.keys(VICTIMS) as (keyof Counted)[]).find((one) => VICTIMS[one] === label);
        return [id, counted(new Decimal(slug ? victims[slug] : 100))];
      }),
    );
    const seenVersion = await saveLookedAt(useCases, people.officer, {
      ...{ partnershipId, returnId, seenVersion: sheet.version, entries },
    });
    await useCases.get(SubmitReturn).execute(people.officer, { partnershipId, returnId, seenVersion });
    const sent = await useCases.get(ReturnSheetQuery).run(people.officer, partnershipId, returnId);
    const { contentSha256 } = sent.decisions.at(-1)!;
    await useCases
      .get(DecideOnReturn)
      .execute(people.approver, { partnershipId, returnId, action: 'approve', contentSha256 });
  }
  const page = async (slug: string) => mainText((await analyst.get(`${MEASURES}/${slug}`)).text);
  const add = (name: string, kind: string, direction: string, parts: readonly string[]) => {
    const fields: Fields = {
      ...{ kind, from: '', name, unit: 'victims', wording: 'Of the victims asked.', direction },
      ...{ countedBy: 'quarter', sensitivity: 'ordinary', source: 'Worked out', authority: police },
      quarter: '2011-12-q1',
    };
    const chosen = parts.map((slug): [string, string] => ['parts', ids.get(slug) ?? '']);
    const all = [...(Object.entries(fields) as [string, string][]), ...chosen];
    return sendRaw(analyst, `${MEASURES}/new`, new URLSearchParams(all).toString());
  };
  const target = (slug: string, more: Fields) =>
    send(analyst, `${MEASURES}/${slug}/target`, {
      ...{ year: '2012-13', baselineYear: '', baselineValue: '', baselineSource: '', baselineRelease: '' },
      ...{ baselineExactness: 'exact', course: 'flat', reason: '', decision: '', action: 'look', seen: '' },
      ...more,
    });
  const setTarget = async (slug: string, fields: Fields) => {
    const looked = await target(slug, fields);
    const seen = /name="seen" value="([^"]+)"/.exec(looked.text)?.[1];
    if (!seen) throw new Error(mainText(looked.text));
    return target(slug, { ...fields, action: 'set', seen });
  };

  it('asks for each count that it is worked out from, and takes nothing but counts', async () => {
    const form = await analyst.get(`${MEASURES}/new?kind=gap`).expect(200);
    expect(form.text.match(/<select[^>]*name="parts"/g)).toHaveLength(4);
    const missing = await add('Half a percentage', 'proportion', 'higher', ['white-satisfied', 'none']);
    expect(missing.status).toBe(422);
    expect(mainText(missing.text)).toContain('Select each of the 2 counts that it is worked out from');
    // What was chosen is still chosen.
    expect(missing.text).toMatch(new RegExp(`value="${ids.get('white-satisfied')}" selected`));
    const [sum] = await onlooker.rows<{ id: Id }>(
      "select id from measure where slug = 'serious-acquisitive-crime'",
      [],
    );
    ids.set('sum', sum!.id);
    const ofASum = await add('Of a sum', 'proportion', 'higher', ['white-satisfied', 'sum']);
    expect([ofASum.status, mainText(ofASum.text).includes('worked out from counts')]).toEqual([422, true]);
  });

  it('is worked out from approved counts, and is never asked of anybody', async () => {
    const white = await add('White victims who are satisfied', 'proportion', 'higher', [
      ...['white-satisfied', 'white-asked'],
    ]);
    expect(white.status).toBe(303);
    const gap = await add('Gap in satisfaction', 'gap', 'lower', [
      ...['white-satisfied', 'white-asked', 'other-satisfied', 'other-asked'],
    ]);
    expect(gap.headers['location']).toBe(`${MEASURES}/gap-in-satisfaction`);
    expect(await page('gap-in-satisfaction')).toContain('No figure is approved yet.');
    expect(mainText((await analyst.get(`${HOME}/return-forms`)).text)).not.toContain('Gap in satisfaction');

    await setTarget('gap-in-satisfaction', { kind: 'gap', wording: 'A gap of at most 3.8', atMost: '3.8' });
    await setTarget('white-victims-who-are-satisfied', {
      ...{ kind: 'floor', wording: 'At least 80.5%', atLeast: '80.5' },
    });
    await report(FIRST, {
      ...{ 'white-asked': 1000, 'white-satisfied': 788, 'other-asked': 1000, 'other-satisfied': 739 },
    });
    const percentage = await page('white-victims-who-are-satisfied');
    expect(percentage).toContain('78.8% (788 of 1,000)');
    expect(percentage).toContain('at least 80.5% in the year');
    const shown = await page('gap-in-satisfaction');
    expect(shown).toContain('4.9 percentage points (78.8% and 73.9%)');
    expect(shown).toContain('3.8 or less in the year');
    // Newcombe: the gap may lie between 1.2 and 8.6 points, so that chance may have carried it past 3.8.
    expect(shown).toContain(
      '4.9 percentage points in the first quarter. It is 1.1 points off the target of 3.8 or less so far, which chance may explain.',
    );
    const board = mainText((await analyst.get(`${HOME}/board?year=2012-13`)).text);
    expect(board).toContain('4.9 percentage points (78.8% and 73.9%)');
  });

  it('shows its groups side by side, and how far the furthest are apart', async () => {
    await add('Other victims who are satisfied', 'proportion', 'higher', ['other-satisfied', 'other-asked']);
    await add('Victims who are satisfied', 'proportion', 'higher', ['white-satisfied', 'white-asked']);
    const categories = await onlooker.rows<{ id: Id }>(
      "select id from measure where slug in ('white-victims-who-are-satisfied', 'other-victims-who-are-satisfied')",
      [],
    );
    const by = { by: 'Ethnicity', categories: categories.map(({ id }) => id) };
    expect((await send(analyst, `${MEASURES}/victims-who-are-satisfied/breakdowns`, by)).status).toBe(303);
    expect(await page('victims-who-are-satisfied')).toContain(
      'In April to June 2012 the widest gap is 4.9 percentage points, between White victims who are satisfied (78.8%) and Other victims who are satisfied (73.9%). It may lie between 1.2 and 8.6: more than chance explains.',
    );
  });

  it('says of few what was counted, and draws no percentage', async () => {
    await report(SECOND, {
      ...{ 'white-asked': 60, 'white-satisfied': 50, 'other-asked': 12, 'other-satisfied': 9 },
    });
    expect(await page('white-victims-who-are-satisfied')).toContain('83.3% (50 of 60)');
    const { text } = await analyst.get(`${MEASURES}/gap-in-satisfaction`);
    expect(mainText(text)).toContain('50 of 60 and 9 of 12');
    expect(mainText(text)).not.toContain('75%');
    const { text: csv } = await analyst.get(`${MEASURES}/gap-in-satisfaction/figures.csv`);
    expect(csv.split('\r\n')[1]).toMatch(/,4\.9,percentage points,,.*,788,1000,739,1000$/);
    expect(csv.split('\r\n')[2]).toMatch(/,\[u\],percentage points,Too few.*,50,60,9,12$/);
  });

  it('has targets of its own kinds only', async () => {
    const form = mainText((await analyst.get(`${MEASURES}/gap-in-satisfaction/target`)).text);
    expect(form).toContain('A gap of at most so many percentage points');
    expect(form).not.toContain('Fewer by a percentage');
    for (const [slug, kind] of [
      ['gap-in-satisfaction', 'ceiling'],
      ['white-victims-who-are-satisfied', 'percentage-increase'],
      ['white-victims-who-are-satisfied', 'gap'],
      ['robbery', 'gap'],
    ] as const) {
      const refused = await target(slug, { kind, wording: 'No', atMost: '4', changePercent: '5' });
      expect([slug, refused.status]).toEqual([slug, 422]);
      expect(mainText(refused.text)).toContain('Select what kind of target it is');
    }
    const summed = await target('white-victims-who-are-satisfied', {
      ...{ kind: 'floor', wording: 'No', atLeast: '80', course: 'explicit-cumulative' },
      ...{ level1: '80', level2: '80', level3: '80', level4: '80' },
    });
    expect(mainText(summed.text)).toContain('Select how the target is spread over the year');
    // Nor by any other way in.
    const [gap] = await onlooker.rows<{ id: Id }>(
      "select id from measure where slug = 'gap-in-satisfaction'",
      [],
    );
    const applies = { from: calendarDate('2012-04-01'), until: calendarDate('2013-04-01') };
    const wanted = { kind: 'ceiling', wording: 'No', atMost: new Decimal(4), atLeast: null } as const;
    const set = useCases.get(SetTargetAndJudge).execute(people.analyst, {
      ...{ partnershipId, measureId: gap!.id, reason: null, decisionId: null },
      target: { ...wanted, applies, changePercent: null, baseline: null, course: { kind: 'flat' } },
    });
    await expect(set).rejects.toMatchObject({ code: 'plans.target-kind' });
    const whole = await target('robbery', { kind: 'ceiling', wording: 'No', atMost: '3.8' });
    expect(mainText(whole.text)).toContain('must be a whole number');
  });

  it('says on its sheet which count is of which', async () => {
    const sheet = mainText((await analyst.get(`${MEASURES}/gap-in-satisfaction/definition`)).text);
    expect(sheet).toContain(
      'First group: White victims satisfied, of: White victims asked. Second group: Other victims satisfied, of: Other victims asked',
    );
    expect(mainText((await analyst.get(MEASURES)).text)).toContain('Gap between two percentages');
  });
});
