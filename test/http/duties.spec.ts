import type { Agent } from 'supertest';
import { connected } from '../database/as-role.js';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOME = '/partnerships/kingston';
const DUTIES = `${HOME}/duties`;
const COUNCIL = 'Royal Borough of Kingston upon Thames';
/** Whether probation is one of them is for a lawyer to say: the catalogue marks it so. */
const WHO_SHARE = [
  COUNCIL,
  'Metropolitan Police Service',
  'London Fire Brigade',
  'NHS South West London integrated care board',
];

/** The demonstration is made on the day of the test; here its people and what they recorded are there before. */
async function asIfMadeInOctober({ database }: TestApp): Promise<void> {
  await connected(database.adminUrl, (client) =>
    client.query(`
      update partnership set duties_since = '2026-04-01';
      alter table role_assignment disable trigger user;
      update role_assignment set held_from = '2026-10-01';
      alter table duty_happening disable trigger user;
      update duty_happening set recorded_at = '2026-10-01';
      alter table duty_progress disable trigger user;
      update duty_progress set recorded_at = '2026-10-01', done_on = '2026-06-18',
                               occurrence = 'SCR-R4/crime-and-disorder-committee/2026-04-01'`),
  );
}

describe('the statutory duties of a London borough on 23 November 2026', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let analyst: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await asIfMadeInOctober(test);
    test.clock.setTo(new Date('2026-11-23T12:00:00Z'));
    analyst = await test.signedInAs('analyst@partnership.example');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const page = async (path: string) => mainText((await analyst.get(path).expect(200)).text);
  /** The part of the page between two headings. */
  const between = (text: string, from: string, to: string) =>
    text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from) + 1));

  it('shows per authority what is due for July to September, and that April to June was due', async () => {
    const text = await page(`${DUTIES}?days=90`);
    const past = between(text, 'Gaps: past their last day and not found to be met', 'Falls due in');
    const due = between(text, 'Falls due in', 'Look ahead');
    const owed = (quarter: string) =>
      WHO_SHARE.map((name) => `${name} , CDA-17A, ${quarter} : to do, not assessed`).join(' ');
    expect(past).toMatch(
      new RegExp(`30 September 2026 .{0,200}CDA-17A, April to June 2026 ${owed('April to June 2026')} `),
    );
    expect(due).toMatch(
      new RegExp(
        `31 December 2026 .{0,200}CDA-17A, July to September 2026 ${owed('July to September 2026')} `,
      ),
    );
    expect(due).not.toContain('31 March 2027');
  });

  it('shows the yearly duties before 1 April 2027, and scrutiny twelve months after the last', async () => {
    const due = between(await page(`${DUTIES}?days=365`), 'Falls due in', 'Look ahead');
    expect(due).toMatch(/31 March 2027 .{0,200}FIS-5, 2026\/27 The strategy group/);
    expect(due).toMatch(/31 March 2027 .{0,200}FIS-12-4a, 2026\/27 /);
    expect(due).toMatch(/31 March 2027 .{0,200}FIS-10-2, 2027\/28 /);
    expect(due).toMatch(/18 June 2027 .{0,200}SCR-R4, /);
  });

  it('has nothing repealed, nothing for a county, and no duty under section 17 for those it does not bind', async () => {
    const text = await page(DUTIES);
    const applies = between(text, 'Everything that applies, by Act', 'What does not apply on this day');
    expect(applies).toContain('CDA-6-1D');
    for (const reference of ['CDA-6-AUDIT', 'FIS-9A', 'FIS-9'])
      expect(applies).not.toContain(`${reference},`);
    const section17 = applies.slice(applies.indexOf('CDA-17, section'), applies.indexOf('CDA-17A, section'));
    expect(section17).toContain(COUNCIL);
    expect(section17).toContain('Mayor’s Office for Policing and Crime');
    for (const name of ['Metropolitan Police', 'Probation', 'integrated care board'])
      expect(section17).not.toContain(name);
    expect(text).not.toContain('Police and crime commissioner');
  });

  it('says of reviews after a death what is law now, and what is not', async () => {
    const { text } = await analyst.get(DUTIES);
    const references = [...text.matchAll(/duties\/((?:DHR|DARDR|OWHR)[A-Z0-9-]*)"/g)].map(([, one]) => one!);
    expect(references.length).toBeGreaterThan(4);
    expect(references.some((one) => one.startsWith('DHR'))).toBe(true);
    const notHere = mainText(text).slice(mainText(text).indexOf('What does not apply on this day'));
    expect(notHere).toMatch(/OWHR/);
    expect(notHere).toMatch(/DARDR/);
  });

  it('says of a duty what proves it, how far that is checked, and each time that it fell due', async () => {
    const text = await page(`${DUTIES}/CDA-17A`);
    expect(text).toContain('Every quarter, by the end of the next one');
    expect(text).toContain('What proves it');
    expect(text).toMatch(/How far this is checked/);
    for (const name of WHO_SHARE)
      expect(text).toContain(
        `July to September 2026 , ${name} ${name} 31 December 2026 Not done yet To do Not assessed`,
      );
    expect((await analyst.get(`${DUTIES}/CDA-999`)).status).toBe(404);
    expect((await analyst.get(`${DUTIES}/CDA-17/police/2026-07-01`)).status).toBe(404);
    expect(await page(`${DUTIES}/CDA-17A`)).toContain('Read it on legislation.gov.uk');
  });

  it('records work with its day and who said so, and changes its mind in the open', async () => {
    const occurrence = `${DUTIES}/CDA-17A/police/2026-04-01/progress`;
    const done = { progress: 'done', doneOn: '25 9 2026', words: 'Sent by secure mail; log of the analyst' };
    expect((await send(analyst, occurrence, done)).status).toBe(303);
    const text = await page(`${DUTIES}/CDA-17A`);
    expect(text).toContain(
      'April to June 2026 , Metropolitan Police Service Metropolitan Police Service 30 September 2026 Done in time Done: Sent by secure mail; log of the analyst (Ana Example)',
    );
    const late = { ...done, doneOn: '2 10 2026', words: 'Sent on 2 October, as its log says' };
    expect((await send(analyst, occurrence, late)).status).toBe(303);
    await page(`${DUTIES}/CDA-17A`);
    expect(await page(`${DUTIES}/CDA-17A`)).toContain('30 September 2026 Done late');
    expect(
      await onlooker.rows("select 1 from duty_progress where occurrence like 'CDA-17A/police/%'", []),
    ).toHaveLength(2);
    const events = await onlooker.rows<{ content: string }>(
      "select content from audit_event where type = 'DutyProgressRecorded' order by seq desc limit 2",
      [],
    );
    const data = events.map(({ content }) => (JSON.parse(content) as { data: object }).data);
    expect(data).toMatchObject([{ before: 'done' }, { before: null }]);
  });

  it('says what falls due because of something that happened, until that is taken back', async () => {
    const required = {
      ...{ trigger: 'report-required', on: '2 11 2026', bearer: '', dueOn: '11 12 2026' },
      words: 'MOPAC asks about violence after dark',
    };
    expect((await send(analyst, `${HOME}/happenings`, required)).status).toBe(303);
    expect(await page(DUTIES)).toMatch(/11 December 2026 .{0,200}CDA-7, What happened on 2 November 2026/);
    const [{ id }] = (await onlooker.rows<{ id: string }>(
      "select id from duty_happening where trigger = 'report-required'",
      [],
    )) as [{ id: string }];
    test.clock.advance(24 * 3_600_000);
    analyst = await test.signedInAs('analyst@partnership.example');
    const taken = await send(analyst, `${HOME}/happenings/${id}/withdrawal`, { reason: 'Another borough' });
    expect(taken.status).toBe(303);
    await page(DUTIES);
    expect(await page(DUTIES)).not.toContain('CDA-7, What happened');
    // The day before it was still so.
    expect(await page(`${DUTIES}?as-at=2026-11-23`)).toContain('CDA-7, What happened on 2 November 2026');
  });

  it('puts the last days into a calendar', async () => {
    const { text, headers } = await analyst.get(`${DUTIES}/calendar.ics`).buffer(true).expect(200);
    expect(headers['content-type']).toContain('text/calendar');
    expect(text).toContain('BEGIN:VCALENDAR\r\n');
    expect(text).toMatch(/DTSTART;VALUE=DATE:20261231\r\n/);
    expect(text).toContain('UID:CDA-17A.fire.2026-07-01.kingston@duties');
  });

  it('shows those of one authority alone, with what was found of each', async () => {
    const text = await page(`${DUTIES}?days=365&who=fire`);
    expect(text).toContain('London Fire Brigade , CDA-17A, April to June 2026 : to do, not assessed');
    for (const other of ['Metropolitan Police Service ,', 'FIS-5, 2026/27'])
      expect(between(text, 'Gaps', 'Everything that applies')).not.toContain(other);
    const applies = between(text, 'Everything that applies, by Act', 'What does not apply on this day');
    expect(applies).toContain('CDA-17A');
    expect(applies).not.toContain('FIS-5,');
    expect(await page(`${DUTIES}?who=nobody`)).toContain('FIS-5,');
  });

  it('says whether the duties were met on a day, as it is known now and as it was on record then', async () => {
    const auditor = await test.signedInAs('auditor@partnership.example');
    const assessment = { seen: '', applies: 'yes', result: 'not-met', words: 'Nothing was sent' };
    const occurrence = `${DUTIES}/CDA-17A/police/2026-04-01`;
    expect((await send(auditor, `${occurrence}/assessment`, assessment)).status).toBe(303);
    const text = await page(`${HOME}/duties-met?on=31+10+2026`);
    expect(text).toMatch(/As it is known now: 1 not met; \d+ not assessed/);
    expect(text).toMatch(/As it was on record at the end of 31 October 2026: \d+ not assessed\./);
    expect(text).toMatch(/Not met Duty .{0,300}CDA-17A, April to June 2026 Metropolitan Police Service/);
    expect(await page(`${HOME}/duties-met?on=29+9+2026`)).not.toContain('not met');
    expect(await page(DUTIES)).toMatch(/April to June 2026 : done, not met/);
    expect((await analyst.get(`${HOME}/duties-met?on=1+1+2099`)).text).toContain(
      'That day has not come yet: enter today or an earlier day',
    );
  });

  it('lets everybody of the partnership read, and nobody but the analyst record', async () => {
    const board = await test.signedInAs('board@partnership.example');
    expect((await board.get(DUTIES)).status).toBe(200);
    expect((await board.get(`${DUTIES}/CDA-17A`)).text).not.toContain('Record the work');
    const refused = await send(board, `${DUTIES}/CDA-17A/fire/2026-07-01/progress`, {
      ...{ progress: 'in-progress', doneOn: '', words: 'No' },
    });
    expect(refused.status).toBe(403);
  });
});
