import type { Agent } from 'supertest';
import { connected } from '../database/as-role.js';
import { boxOf, errorSummary, mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { type Fields, send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const MEETINGS = `${HOME}/meetings`;
const NOMINEES = `${HOME}/nominees`;
const SUMMARIES = `${HOME}/published-summaries`;
const PROBATION = 'Probation Service, London';
/** After the demonstration was made. */
const YEAR = new Date().getFullYear() + 1;
const DAY = (day: number) => `${YEAR}-06-0${day}`;

describe('meetings, nominees and published summaries', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  let ids: Map<string, string>;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    const authorities = await onlooker.rows<{ id: string; name: string }>('select id, name from authority');
    ids = new Map(authorities.map(({ id, name }) => [name, id]));
    await comeOn(1);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  /** Makes it a day in June and signs the analyst in anew. */
  async function comeOn(day: number): Promise<void> {
    await goTo(test, DAY(day));
    analyst = await test.signedInAs('analyst@partnership.example');
  }
  const page = async (path: string, agent = analyst) => mainText((await agent.get(path).expect(200)).text);
  const attendee = (row: string, authority: string, name: string, post: string, senior = ''): Fields => ({
    [`attendees[${row}][authority]`]: ids.get(authority)!,
    [`attendees[${row}][name]`]: name,
    [`attendees[${row}][post]`]: post,
    ...(senior && { [`attendees[${row}][senior]`]: senior }),
  });
  const meeting = {
    ...{ kind: 'public-meeting', heldOn: `20 5 ${YEAR}`, place: 'The library' },
    ...{ discussed: 'Street lights\r\nand trees', publicAt: '' },
  };
  const written = () => onlooker.contents();

  it('shows who attended for each authority, and of which nobody came in a senior position', async () => {
    const board = await test.signedInAs('board@partnership.example');
    const listed = await page(MEETINGS, board);
    expect(listed).toMatch(/14 July \d{4} The Guildhall, Kingston 4 of 5 4 of 5 Not recorded/);
    expect(listed).toMatch(/9 June \d{4} The Guildhall, Kingston, and online 5 of 5 4 of 5 Yes/);
    const { text } = await board.get(MEETINGS);
    const of = (kind: string) => new RegExp(`href="([^"]*)">${kind}`).exec(text)![1]!;
    const shown = await page(of('Public meeting'), board);
    expect(shown).toContain('Felix Example, Borough Commander (in a senior position)');
    expect(shown).toContain(`4 of 5 had somebody there. Without: ${PROBATION}.`);
    expect(shown).not.toContain('Put this record right');
    const group = await page(of('Meeting of the strategy group'), board);
    expect(group).toContain('NHS South West London integrated care board Not represented');
    expect(group).not.toContain('The law asks that somebody in a senior position');
  });

  it('makes room for more people without a script, and loses nothing that was typed', async () => {
    const before = await written();
    const typed = {
      ...{ ...meeting, heldOn: 'in May', publicAt: 'soon' },
      ...attendee('r0', PROBATION, 'Prue Example', 'Probation Officer', 'yes'),
      action: 'more',
    };
    const { status, text } = await send(analyst, `${MEETINGS}/new`, typed);
    expect(status).toBe(200);
    expect(errorSummary(text)).toEqual([]);
    for (const [box, value] of [
      ...[
        ['heldOn', 'in May'],
        ['place', 'The library'],
        ['publicAt', 'soon'],
      ],
      ...[
        ['attendees[r0][name]', 'Prue Example'],
        ['attendees[r0][post]', 'Probation Officer'],
      ],
    ])
      expect([box, boxOf(text, box!)]).toEqual([box, value]);
    expect(boxOf(text, 'discussed')?.trim()).toContain('Street lights');
    expect(text).toMatch(/name="attendees\[r0\]\[senior\]"[^>]*checked/);
    // One that is filled in, and for each of the five one that is not.
    expect(text.match(/name="attendees\[r\d\]\[name\]"/g)).toHaveLength(6);
    expect(await written()).toEqual(before);
  });

  it('says everything that is wrong at once, in the order of the page, and keeps it', async () => {
    const before = await written();
    const typed = {
      ...{ ...meeting, kind: '', heldOn: '31 2 2027', place: '', discussed: ' ' },
      ...attendee('r0', PROBATION, 'Prue Example', ''),
      action: 'record',
    };
    const { status, text } = await send(analyst, `${MEETINGS}/new`, typed);
    expect(status).toBe(422);
    expect(errorSummary(text)).toEqual([
      ['Select what kind of meeting it was', 'kind'],
      ['The day it was held must be a real date, like 31 3 2027', 'heldOn'],
      ['Say where it was held', 'place'],
      ['Say what was discussed', 'discussed'],
      ['Enter the post that Prue Example holds', 'attendee-r0-post'],
    ]);
    expect(boxOf(text, 'attendees[r0][name]')).toBe('Prue Example');
    expect(await written()).toEqual(before);
  });

  it('refuses boxes for what is no authority, or that no page of ours has', async () => {
    const path = `${MEETINGS}/new`;
    const wrong: Fields[] = [
      { 'attendees[r0][authority]': 'police', 'attendees[r0][name]': 'V', 'attendees[r0][post]': 'P' },
      { ...attendee('r0', PROBATION, 'V', 'P'), 'attendees[r0][rank]': '1' },
      attendee('first', PROBATION, 'V', 'P'),
      { 'attendees[r0]': 'Vera' },
      { attendees: 'Vera' },
      { attendees: ['Vera', 'Una'] },
    ];
    for (const fields of wrong)
      expect((await send(analyst, path, { ...meeting, ...fields })).status).toBe(400);
  });

  it('asks for the authorities of the day the meeting was held, and nobody of another', async () => {
    const trust = 'NHS Kingston (primary care trust)';
    const board = 'NHS South West London integrated care board';
    const long = { ...meeting, heldOn: '20 5 2012' };
    const wrong = await send(analyst, `${MEETINGS}/new`, {
      ...long,
      ...attendee('r0', board, 'Vera Example', 'Director'),
    });
    expect(errorSummary(wrong.text)).toEqual([
      [expect.stringContaining('was no responsible authority on that day'), 'heldOn'],
    ]);
    expect(mainText(wrong.text)).toContain(trust);
    expect(boxOf(wrong.text, 'attendees[r0][name]')).toBe('Vera Example');
    const right = await send(analyst, `${MEETINGS}/new`, {
      ...long,
      ...attendee('r0', trust, 'Vera <b>Example</b>', 'Director', 'yes'),
    });
    expect(right.status).toBe(303);
    const shown = await page(right.headers['location'] as string);
    expect(shown).toContain(`${trust} Vera <b>Example</b>, Director (in a senior position)`);
    expect(shown).not.toContain(board);
  });

  it('puts a record right with another, and shows each as it stood', async () => {
    await comeOn(2);
    const fields = { ...meeting, ...attendee('r0', PROBATION, 'Prue Example', 'Probation Officer') };
    const recorded = await send(analyst, `${MEETINGS}/new`, fields);
    const first = recorded.headers['location'] as string;
    expect(await page(first)).toContain('Without: London Fire Brigade; Metropolitan Police Service; NHS');

    await comeOn(3);
    const { text } = await analyst.get(`${first}/correction`);
    expect(boxOf(text, 'heldOn')).toBe(`20 5 ${YEAR}`);
    expect(boxOf(text, 'attendees[r0][post]')).toBe('Probation Officer');
    const corrected = await send(analyst, `${first}/correction`, {
      ...{ ...fields, 'attendees[r0][senior]': 'yes', reason: 'The post is a senior one' },
    });
    const second = corrected.headers['location'] as string;
    expect(second).not.toBe(first);
    await page(second);
    expect(await page(second)).toContain('This puts the record before right: The post is a senior one');
    expect(await page(first)).toContain(
      'This record does not stand any more. See the record that put it right',
    );
    expect(await page(first)).not.toContain('Take this record back');
    expect(await page(`${first}?as-at=${DAY(2)}`)).not.toContain('does not stand any more');
    expect((await analyst.get(`${second}?as-at=${DAY(2)}`)).status).toBe(404);
    const senior = async (path: string) =>
      new RegExp(`20 May ${YEAR} .{0,80}?1 of 5 (\\d) of 5`).exec(await page(path))?.[1];
    expect(await senior(MEETINGS)).toBe('1');
    expect(await senior(`${MEETINGS}?as-at=${DAY(2)}`)).toBe('0');
    expect(await senior(`${MEETINGS}?as-at=${DAY(1)}`)).toBeUndefined();

    // Somebody who had opened the first record before.
    const late = await send(analyst, `${first}/correction`, { ...fields, reason: 'Another place' });
    expect([late.status, mainText(late.text)]).toEqual([409, expect.stringContaining('Go to the meetings')]);

    await comeOn(4);
    const taken = await send(analyst, `${second}/withdrawal`, { reason: 'Another borough' });
    expect(taken.status).toBe(303);
    await page(MEETINGS);
    expect(await page(MEETINGS)).not.toContain(`20 May ${YEAR}`);
    expect(await page(`${MEETINGS}?as-at=${DAY(3)}`)).toContain(`20 May ${YEAR}`);
    expect(await page(second)).toContain('This record was taken back');
    // The history of any record of it is that of all of them.
    const history = /href="([^"]*audit-trail[^"]*about=[^"]*)">History/.exec(
      (await analyst.get(second)).text,
    )!;
    expect(history[1]).toContain(second.split('/').at(-1));
    const told = await page(history[1]!);
    expect(told).toContain(`took back the record of the public meeting of ${YEAR}-05-20: Another borough`);
    expect(told).toContain(
      `put right the record of the public meeting of ${YEAR}-05-20 (The library), attended by 1 person: The post`,
    );
    expect(told).toContain(`recorded the public meeting of ${YEAR}-05-20 (The library)`);
    expect(told).toContain(`Meeting: Public meeting, 20 May ${YEAR}`);
    expect(told).not.toContain('recorded the meeting of the strategy group');
  });

  it('says in words who nominates nobody, and keeps who was nominated before', async () => {
    await comeOn(5);
    const nomination = `${NOMINEES}/${ids.get(PROBATION)}/new`;
    const seen = hiddenField((await analyst.get(nomination)).text, 'seen');
    const nobody = { name: '', post: '', nobody: 'yes', fromOn: `5 6 ${YEAR}`, seen };
    expect((await send(analyst, nomination, nobody)).status).toBe(303);
    await page(NOMINEES);
    const text = await page(NOMINEES);
    expect(text).toContain(`Nobody is nominated by: ${PROBATION}.`);
    expect(text).toContain(`${PROBATION} Nobody 5 June ${YEAR} Record a nomination`);
    expect(text).toContain(`Prue Example, Probation Officer 2 September 2024 5 June ${YEAR}`);
    expect(await page(`${NOMINEES}?as-at=${DAY(4)}`)).not.toContain('Nobody is nominated');
    // Another who had opened the page before.
    const late = await send(analyst, nomination, {
      ...nobody,
      nobody: '',
      name: 'Una Example',
      post: 'Clerk',
    });
    expect([late.status, mainText(late.text)]).toEqual([409, expect.stringContaining('after you opened')]);

    const now = hiddenField((await analyst.get(nomination)).text, 'seen');
    const una = { name: 'Una Example', post: 'Clerk', nobody: '', fromOn: `6 6 ${YEAR}`, seen: now };
    expect((await send(analyst, nomination, una)).status).toBe(303);
    await page(NOMINEES);
    // Not before her first day.
    expect(await page(NOMINEES)).toContain(`Nobody is nominated by: ${PROBATION}.`);
    await comeOn(6);
    expect(await page(NOMINEES)).not.toContain('Nobody is nominated');
  });

  it('shows where a summary was published until that is taken back, and of which plan none is', async () => {
    await comeOn(7);
    const text = await page(SUMMARIES);
    expect(text).toContain('Web page, leaflet, easy read Ana Example');
    expect(text).not.toContain('No published summary is recorded');
    expect(await page(`${HOME}/plan`)).toContain('Published summaries');
    const withdrawal = /href="([^"]*\/withdrawal)"/.exec((await analyst.get(SUMMARIES)).text)![1]!;
    expect((await send(analyst, withdrawal, { reason: 'The page is gone' })).status).toBe(303);
    await page(SUMMARIES);
    expect(await page(SUMMARIES)).toContain(
      'No published summary is recorded of Kingston priorities for 2010/11, version 1.',
    );
    expect(await page(`${SUMMARIES}?as-at=${DAY(6)}`)).toContain('Web page, leaflet, easy read');
  });

  it('offers nobody but the analyst to record, and nobody anything in the past', async () => {
    const board = await test.signedInAs('board@partnership.example');
    for (const path of [MEETINGS, NOMINEES, SUMMARIES]) {
      for (const [agent, address] of [
        [board, path],
        [analyst, `${path}?as-at=${DAY(5)}`],
      ] as const) {
        const { text } = await agent.get(address).expect(200);
        for (const words of ['Record a', 'Record it', 'Take it back'])
          expect([address, mainText(text).includes(words)]).toEqual([address, false]);
      }
    }
    expect((await board.get(`${MEETINGS}/new`)).status).toBe(403);
  });

  it('says that no meeting and no nominee is on record where none is', async () => {
    await connected(test.database.adminUrl, (client) =>
      client.query(`set session_replication_role = replica;
                    update meeting set superseded_at = '${DAY(6)}' where superseded_at is null;
                    update nominee set superseded_at = '${DAY(6)}' where superseded_at is null`),
    );
    const board = await test.signedInAs('board@partnership.example');
    expect(await page(MEETINGS, board)).toContain(
      'No meeting is recorded yet. The partnership analyst records them.',
    );
    const text = await page(NOMINEES, board);
    expect(text).toMatch(/Nobody is nominated by: London Fire Brigade; .* The partnership analyst records/);
    expect(text).toContain('London Fire Brigade Nobody Nobody is on record');
    expect(text).not.toContain('Every nomination');
  });
});
