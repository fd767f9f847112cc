import { calendarDate } from '@lib/kernel';
import type { Agent } from 'supertest';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { boxOf, errorSummary, mainText } from './support/html.js';
import {
  answersOn,
  chosen,
  KINGSTON,
  monthly,
  numberOfName,
  ownColumns,
  ownCsv,
  type OwnRow,
} from './support/own-tables.js';
import { type Fields, send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const TODAY = calendarDate(`${new Date().getFullYear() + 1}-06-02`);
const MEASURE = `${HOME}/measures/antisocial-behaviour-reports`;
const LOG = 'Fly-tipping log of the council';
/** April 2010 to March 2011, and what came after. */
const year = (monthly: number, ...after: number[]) => [...Array<number>(12).fill(monthly), ...after];

describe('a measure that is published in a table of one’s own', () => {
  let test: TestApp;
  let analyst: Agent;
  let officer: Agent;

  beforeAll(async () => {
    test = await startTestApp();
    await goTo(test, TODAY);
    analyst = await test.signedInAs('analyst@partnership.example');
    officer = await test.signedInAs('officer@council.example');
    await load('log.csv', monthly('Rubbish', 2010, year(100, 20, 30, 40)), '7 2011', LOG);
    await load(
      'log-2.csv',
      [...monthly('Rubbish', 2010, year(101, 21, 30, 40)), ...monthly('Fridges', 2010, year(1, 1, 2, 3))],
      '8 2011',
    );
    // Of another table, newer, with a series and an area of the same name and other figures.
    const headings = ['What', 'Ward code', 'When', 'How many'];
    await load('sites.csv', monthly('Rubbish', 2010, year(7, 7, 7, 7)), '9 2011', 'Sites', headings);
  }, 120_000);
  afterAll(() => test.close());

  const page = async (agent: Agent, path: string) => (await agent.get(path).expect(200)).text;
  const text = async (agent: Agent, path: string) => mainText(await page(agent, path));
  const said = async (agent: Agent, path: string, fields: Fields) => {
    const { status, headers } = await send(agent, path, fields);
    expect([path, status]).toEqual([path, 303]);
    await test.app.get(ImportWorker).look();
    return headers['location']!;
  };

  /** @param name of a table that is new; one that is known asks for none */
  async function load(
    file: string,
    rows: readonly OwnRow[],
    release: string,
    name?: string,
    headings?: readonly string[],
    figures = 'count',
  ): Promise<string> {
    const sent = { file: { name: file, bytes: ownCsv(rows, headings) } };
    const path = await said(analyst, `${HOME}/published-figures/load`, sent);
    const answer = (fields: Record<string, string>) => said(analyst, `${path}/answers`, fields);
    const isAsked = (html: string, what: string) => mainText(html).includes(what);
    if (isAsked(await page(analyst, path), 'No table with these headings is kept'))
      await answer({ ...chosen(await page(analyst, path), 'A new table'), action: 'save' });
    const html = await page(analyst, path);
    const first = numberOfName(html);
    if (name)
      await answer({
        ...{ ...answersOn(html), ...ownColumns(first + 2), action: 'save' },
        ...{ [`answer-${first}`]: name, [`answer-${first + 1}`]: figures },
      });
    const read = await page(analyst, path);
    const day = Object.entries(answersOn(read)).find(([, value]) =>
      /^(?:\d+ )?[A-Z][a-z]+ \d{4}$/.test(value),
    )![0];
    await answer({ ...answersOn(read), [day]: release, action: 'apply' });
    return path;
  }

  it('is offered the table by its name, with what it counts and where', async () => {
    const choices = await page(analyst, `${MEASURE}/published-sum`);
    const href = new RegExp(`href="([^"]*)">${LOG} \\(a table of one’s own\\)`).exec(choices)![1]!;
    const form = await page(analyst, href);
    expect(mainText(form)).toContain(`Published in ${LOG}`);
    expect(form).toMatch(
      /value="rubbish"[\s\S]*Rubbish[\s\S]*value="fridges"|value="fridges"[\s\S]*value="rubbish"/,
    );
    expect(mainText(form)).toContain(`${KINGSTON} (${KINGSTON})`);
    const source = hiddenField(form, 'source');
    const wrong = await send(analyst, `${MEASURE}/published-sum`, {
      source,
      series: ['mattresses'],
      area: KINGSTON,
    });
    expect([wrong.status, errorSummary(wrong.text)[0]![0]]).toEqual([
      422,
      'Select which of the figures are added up to the measure',
    ]);
    await said(analyst, `${MEASURE}/published-sum`, {
      source,
      series: ['rubbish', 'fridges'],
      area: KINGSTON,
    });
  });

  it('is laid beside every release of it, and of no other table', async () => {
    const words = await text(analyst, `${MEASURE}/published`);
    expect(words).toContain(`Published in ${LOG} (a table of one’s own)`);
    expect(words).toContain('As Rubbish + Fridges');
    expect(words).toContain('Newest release August 2011');
    expect(words).toMatch(/January to March 2011 \S+ 300 306/);
    expect(words).not.toContain('September 2011');
  });

  it('has a page of each release, by the name of the table', async () => {
    const loaded = await page(analyst, `${HOME}/published-figures`);
    const href = new RegExp(`href="([^"]*/releases/own-table[^"]*/2011-08-01)"`).exec(loaded)![1]!;
    const words = await text(analyst, href);
    expect(words).toContain(
      `${LOG} What the release of August 2011 changed Against the release of July 2011.`,
    );
    expect(words).toContain('5 of 5 quarters changed');
  });

  it('is shown what a release changes before it is applied', async () => {
    const path = await said(analyst, `${HOME}/published-figures/load`, {
      file: { name: 'log-3.csv', bytes: ownCsv(monthly('Rubbish', 2010, year(102, 21, 30, 45))) },
    });
    expect(await text(analyst, path)).toContain(
      'Antisocial behaviour reported to the council (illustrative) 1 of 5 quarters changed; April to June 2011: 97 before, 96 now',
    );
    expect((await send(analyst, `${path}/abandonment`, {})).status).toBe(303);
  });

  it('fills the empty box of a return, with the table and its release as the source, and asks about a gap', async () => {
    const owed = await page(officer, `${HOME}/returns`);
    const figures = /href="([^"]*\/returns\/[^"/]+\/figures)"/.exec(owed)![1]!;
    const html = await page(officer, figures);
    expect(mainText(html)).toContain(`Published: 97 (${LOG}, August 2011 release)`);
    const fields: Record<string, string> = { version: hiddenField(html, 'version'), action: 'published' };
    for (const [, name] of html.matchAll(/name="(figures\[[^"]*\]\[(?:value|reason|expectedOn)\])"/g))
      fields[name!] = '';
    const box = Object.keys(fields).find((name) => name.endsWith('[value]'))!;
    expect(await said(officer, figures, fields)).toBe(figures);
    const after = await page(officer, figures);
    expect(boxOf(after, box)).toBe('97');
    const typed = { ...fields, version: hiddenField(after, 'version'), [box]: '90', action: 'save' };
    await send(officer, figures, typed);
    expect(await text(officer, figures)).toContain(
      `90 is 7 fewer than the 97 that is published (${LOG}, August 2011 release)`,
    );
  });

  it('can be of an area that has a name and no code', async () => {
    const rows = monthly('Needles', 2011, [3, 4, 5]).map(
      ([what, , month, figure]) => [what, ' Tudor  ward', month, figure] as const,
    );
    const path = await said(analyst, `${HOME}/published-figures/load`, {
      file: { name: 'needles.csv', bytes: ownCsv(rows, ['Found', 'Ward', 'During', 'In all']) },
    });
    await said(analyst, `${path}/answers`, {
      ...chosen(await page(analyst, path), 'A new table'),
      action: 'save',
    });
    const named = { 'answer-1': 'new', 'answer-2': 'Needles', 'answer-3': 'count', action: 'save' };
    const without = { ...named, ...ownColumns(4), 'answer-5': 'ignore' };
    const refused = await send(analyst, `${path}/answers`, without);
    expect([refused.status, errorSummary(refused.text)[0]![0]]).toEqual([
      422,
      expect.stringMatching(/^No column is the code of the area, or its name/),
    ]);
    await said(analyst, `${path}/answers`, { ...without, 'answer-5': 'area' });
    await said(analyst, `${path}/answers`, { ...answersOn(await page(analyst, path)), action: 'apply' });
    const choices = await page(analyst, `${MEASURE}/published-sum`);
    const source = decodeURIComponent(/source=([^"]*)">Needles/.exec(choices)![1]!);
    const form = await page(analyst, `${MEASURE}/published-sum?source=${source}`);
    expect(form).toContain('value="tudor ward"');
    await said(analyst, `${MEASURE}/published-sum`, { source, series: ['needles'], area: 'tudor ward' });
    const words = await text(analyst, `${MEASURE}/published`);
    expect(words).toContain('Of Tudor ward');
    expect(words).toMatch(/April to June 2011 \S+ 12/);
  });

  it('that is a percentage has a figure of the whole quarter, and is not added up of months', async () => {
    const rows: OwnRow[] = [
      ...monthly('Within a day', 2011, [80, 90, 100]),
      ['Within a week', KINGSTON, '2011/12 Q1', '96.5%'],
    ];
    await load(
      'cleared.csv',
      rows,
      '7 2011',
      'Cleared in time',
      ['Aim', 'Ward code', 'Time', 'Per cent'],
      'percentage',
    );
    const choices = await page(analyst, `${MEASURE}/published-sum`);
    const source = decodeURIComponent(/source=([^"]*)">Cleared in time/.exec(choices)![1]!);
    const set = (...series: string[]) =>
      send(analyst, `${MEASURE}/published-sum`, { source, series, area: KINGSTON });
    const both = await set('within a day', 'within a week');
    expect([both.status, errorSummary(both.text)]).toEqual([
      422,
      [['Select one of the figures: percentages and rates cannot be added up', 'series']],
    ]);
    expect((await set('within a day')).status).toBe(303);
    expect(await text(analyst, `${MEASURE}/published`)).toMatch(/April to June 2011 \S+ No row/);
    expect((await set('within a week')).status).toBe(303);
    expect(await text(analyst, `${MEASURE}/published`)).toMatch(/April to June 2011 \S+ 96.5/);
  });
});
