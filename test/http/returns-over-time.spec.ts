import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { openFigures, readyToSend } from './support/figures-page.js';
import { send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const PAGE = '/partnerships/kingston/returns-over-time';
const POLICE = 'Metropolitan Police Service';

/** After the demonstration was made. April to June 2011 fell due in July 2011: the police send it on the second day. */
const YEAR = new Date().getFullYear() + 1;
const [BEFORE, SENT, AFTER] = [`${YEAR}-06-01`, `${YEAR}-06-02`, `${YEAR}-06-03`] as const;

describe('returns over time', () => {
  let test: TestApp;
  let board: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    await on('2011-07-15');
  });
  afterAll(() => test.close());

  async function on(day: string) {
    await goTo(test, day);
    board = await test.signedInAs('board@partnership.example');
  }
  async function rows(day?: string) {
    const { text } = await board.get(`${PAGE}.csv${day ? `?as-at=${day}` : ''}`).expect(200);
    const [header, ...lines] = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    return lines.map((line) => Object.fromEntries(header!.map((name, index) => [name, line[index]!])));
  }
  const newest = async (authority: string, day?: string) =>
    (await rows(day)).find((row) => row['authority'] === authority && row['first_day'] === '2011-04-01')!;

  it('counts what is not due yet apart', async () => {
    expect(await newest(POLICE)).toMatchObject({
      ...{
        due_on: '2011-07-30',
        returns_asked: '1',
        in_time: '0',
        late: '0',
        missing: '0',
        not_due_yet: '1',
      },
      ...{ given: '0' },
    });
    expect((await newest(POLICE))['not_sent']).toBe((await newest(POLICE))['figures_asked']);
  });

  it('counts what was due and is not sent as missing, and what is sent then as late', async () => {
    await on(SENT);
    expect(await newest(POLICE)).toMatchObject({ late: '0', missing: '1', not_due_yet: '0' });
    const olive = await test.signedInAs('officer@police.example');
    const figures = await openFigures(olive);
    await readyToSend(olive, figures, '3');
    await figures.save({ 0: { value: '3' } });
    const check = `${figures.returnPath}/check`;
    const version = hiddenField((await olive.get(check).expect(200)).text, 'version');
    expect((await send(olive, check, { version })).status).toBe(303);
    await on(AFTER);
    const row = await newest(POLICE);
    expect(row).toMatchObject({ in_time: '0', late: '1', missing: '0', not_sent: '0' });
    expect(await newest('Royal Borough of Kingston upon Thames')).toMatchObject({ late: '0', missing: '1' });
  });

  it('adds up: every figure that was asked was said to be one thing, or was not sent', async () => {
    const all = await rows();
    expect(all.length).toBeGreaterThan(4);
    for (const row of all) {
      const sum = (...names: string[]) => names.reduce((total, name) => total + Number(row[name]), 0);
      expect(sum('in_time', 'late', 'missing', 'not_due_yet')).toBe(Number(row['returns_asked']));
      expect(sum('given', 'not_applicable', 'not_available', 'suppressed', 'not_sent')).toBe(
        Number(row['figures_asked']),
      );
    }
    const quarter = all.find((row) => row['authority'] === POLICE && row['first_day'] === '2010-04-01');
    expect(quarter).toMatchObject({ given: '4', not_available: '4', suppressed: '0' });
  });

  it('says on the page what the file says, and is found from the quarters and the board', async () => {
    const { text } = await board.get(PAGE).expect(200);
    for (const row of await rows()) expect(mainText(text)).toContain(row['quarter']);
    expect(mainText(text)).toContain(`${POLICE}, quarter by quarter`);
    for (const from of ['quarters', 'board'])
      expect((await board.get(`/partnerships/kingston/${from}`).expect(200)).text).toContain(
        `href="${PAGE}"`,
      );
  });

  it('is shown as it stood on a day', async () => {
    const [before, after] = [await newest(POLICE, BEFORE), await newest(POLICE, SENT)];
    expect(before).toMatchObject({ late: '0', missing: '1', given: '0' });
    expect(before['not_sent']).toBe(before['figures_asked']);
    expect(after).toEqual(await newest(POLICE));
    expect(mainText((await board.get(`${PAGE}?as-at=${BEFORE}`).expect(200)).text)).toContain('As it stood');
    // Before the demonstration was made nothing had been asked.
    expect(mainText((await board.get(`${PAGE}?as-at=2011-08-01`).expect(200)).text)).toContain(
      'No return has been asked for yet',
    );
  });
});
