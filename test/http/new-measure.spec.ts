import { newId } from '@lib/kernel';
import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { type Fields, send, sendRaw } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const MEASURES = `${HOME}/measures`;

describe('a measure that is added', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  let police: string;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    analyst = await test.signedInAs('analyst@partnership.example');
    const [authority] = await onlooker.rows<{ id: string }>(
      "select id from authority where kind = 'police'",
      [],
    );
    police = authority!.id;
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const sheet = (name: string, more: Fields = {}): Fields => ({
    ...{ kind: 'count', from: '', name, unit: 'offences', wording: 'Offences recorded in the borough.' },
    ...{ direction: 'lower', countedBy: 'quarter', sensitivity: 'ordinary', source: 'The police' },
    ...{ authority: police, quarter: '2030-31-q1', ...more },
  });
  const add = (fields: Fields) => send(analyst, `${MEASURES}/new`, fields);
  const idOf = async (slug: string) =>
    (await onlooker.rows<{ id: string }>('select id from measure where slug = $1', [slug]))[0]!.id;
  const count = async (sql: string) => Number((await onlooker.rows<{ count: string }>(sql, []))[0]!.count);

  it('has version 1 of its definition, is listed outside the plan, and says what is to do next', async () => {
    const answer = await add(sheet('Theft from the person', { from: 'P9' }));
    expect([answer.status, answer.headers['location']]).toEqual([303, `${MEASURES}/theft-from-the-person`]);
    const { text } = await analyst.get(`${MEASURES}/theft-from-the-person`).expect(200);
    expect(text).toContain('It counts under a priority once a plan that names it is adopted.');
    const list = mainText((await analyst.get(MEASURES)).text);
    expect(list.lastIndexOf('Theft from the person')).toBeGreaterThan(list.indexOf('Not in the plan'));
    expect(list).toContain('Version 1, from 1 April 2030');
    expect(list).toContain('Nobody is asked for it yet. Metropolitan Police Service answers for it');
    const catalogue = await analyst.get(`${MEASURES}/catalogue?group=police`);
    expect(mainText(catalogue.text)).toContain('In use: Theft from the person');
    const [event] = await onlooker.rows<{ content: string }>(
      "select content from audit_event where type = 'MeasureDefined' order by seq desc limit 1",
      [],
    );
    expect(event!.content).toContain('"catalogueKey":"P9"');
    expect(event!.content).toContain('"name":"Theft from the person"');
  });

  it('is made once, however often the form is sent', async () => {
    const form = { ...sheet('Arson'), requestKey: newId() };
    expect([(await add(form)).status, (await add(form)).status]).toEqual([303, 303]);
    expect(await count("select count(*) from measure where slug = 'arson'")).toBe(1);
  });

  it.each([
    ['New', 'measure-new'],
    ['Catalogue', 'measure-catalogue'],
  ])('does not take the address of another page when it is called %s', async (name, slug) => {
    expect((await add(sheet(name))).headers['location']).toBe(`${MEASURES}/${slug}`);
    expect((await analyst.get(`${MEASURES}/${name.toLowerCase()}`)).status).toBe(200);
    expect(mainText((await analyst.get(`${MEASURES}/${slug}`)).text)).toContain(name);
  });

  it('is filled in from the catalogue, with the parts there are, and says which are lacking', async () => {
    const { text } = await analyst.get(`${MEASURES}/new?from=P11`).expect(200);
    expect(mainText(text)).toContain('Of its parts you do not have P5a, P5b of the catalogue.');
    for (const slug of ['residential-burglary', 'theft-from-motor-vehicle'])
      expect(text).toMatch(new RegExp(`value="${await idOf(slug)}" checked`));
    expect(text).not.toMatch(new RegExp(`value="${await idOf('knife-crime')}" checked`));
    await analyst.get(`${MEASURES}/new?from=P99`).expect(404);
  });

  it('adds up nothing but counts that are in force when it starts', async () => {
    const composite = (part: string, quarter: string) =>
      add(sheet('All of it', { kind: 'composite', parts: part, quarter }));
    const refused = await composite(await idOf('serious-acquisitive-crime'), '2030-31-q1');
    expect([refused.status, mainText(refused.text).includes('worked out from counts')]).toEqual([422, true]);
    expect((await composite(await idOf('arson'), '2025-26-q1')).status).toBe(422);
    expect((await composite(await idOf('arson'), '2030-31-q1')).status).toBe(303);
  });

  describe('while the plan is revised', () => {
    let version: string;
    let priorities: readonly { priority_id: string; title: string }[];
    beforeAll(async () => {
      await send(analyst, `${HOME}/plan/revision`, {});
      const drafts = await onlooker.rows<{ id: string }>(
        "select id from plan_version where state = 'draft'",
        [],
      );
      version = drafts[0]!.id;
      priorities = await onlooker.rows(
        'select priority_id, title from priority_wording where plan_version_id = $1 order by number',
        [version],
      );
    });

    it('stands last under the priorities of the draft that were chosen, and the plan in force is as it was', async () => {
      const form = Object.entries(sheet('Theft of a pedal cycle')) as [string, string][];
      const chosen = priorities
        .slice(0, 2)
        .map(({ priority_id }): [string, string] => ['priorities', priority_id]);
      const body = new URLSearchParams([...form, ...chosen]).toString();
      expect((await sendRaw(analyst, `${MEASURES}/new`, body)).status).toBe(303);

      const measure = await idOf('theft-of-a-pedal-cycle');
      const places = await onlooker.rows<{ plan_version_id: string; last: boolean }>(
        `select p.plan_version_id, p.number = max(o.number) as last
           from priority_measure p
           join priority_measure o on o.plan_version_id = p.plan_version_id and o.priority_id = p.priority_id
                                  and o.superseded_at is null
          where p.measure_id = $1 group by p.id, p.plan_version_id, p.number`,
        [measure],
      );
      expect(places).toEqual([
        { plan_version_id: version, last: true },
        { plan_version_id: version, last: true },
      ]);
      expect(await count("select count(*) from audit_event where type = 'PlanMeasureAdded'")).toBe(2);
      const list = mainText((await analyst.get(MEASURES)).text);
      expect(list.lastIndexOf('Theft of a pedal cycle')).toBeGreaterThan(list.indexOf('Not in the plan'));
      const draft = await analyst.get(`${HOME}/plan/versions/${version}`);
      expect(mainText(draft.text)).toContain('Theft of a pedal cycle');
    });

    it('is not made at all where it cannot be placed', async () => {
      const before = await onlooker.contents();
      const answer = await add(sheet('Nowhere', { priorities: newId() }));
      expect([answer.status, mainText(answer.text).includes('Select priorities from the list')]).toEqual([
        422,
        true,
      ]);
      expect(await onlooker.contents()).toEqual(before);
    });
  });

  it('is made by nobody but the analyst', async () => {
    const officer = await test.signedInAs('officer@police.example');
    expect((await send(officer, `${MEASURES}/new`, sheet('Mine'))).status).toBe(403);
    expect((await officer.get(MEASURES)).text).not.toContain('Add a measure');
    expect((await officer.get(`${MEASURES}/catalogue`)).text).not.toContain('Add it');
  });
});
