import type { Agent } from 'supertest';
import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { send } from './support/send.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const OFFICER = 'officer@police.example';
const BOARD = '/partnerships/kingston/board';
const RETURNS = '/partnerships/kingston/returns';
const HOUR = 60 * 60_000;

describe('a session', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const withCookie = (cookie: string, path = BOARD) => test.browser().get(path).set('Cookie', cookie);

  it('gets a new id at signing in: one that somebody planted before is worth nothing', async () => {
    const agent = test.browser();
    const planted = await cookieOf(agent, '/sign-in');
    const signedIn = await send(agent, '/sign-in', { email: OFFICER, password: DEMO_PASSWORD });
    expect(signedIn.status).toBe(303);
    expect(await cookieOf(agent, BOARD)).not.toBe(planted);
    await withCookie(planted)
      .expect(303)
      .expect('Location', /sign-in/);
    await agent.get(BOARD).expect(200);
  });

  it('that nobody made is not taken over', async () => {
    const agent = await test.signedInAs(OFFICER);
    const cookie = await cookieOf(agent, BOARD);
    const forged = cookie.replace(/\.[^.]*$/, '.AAAA');
    for (const other of [forged, 'tracker=x', 'tracker=s%3Ax.y', `${cookie}x`])
      await withCookie(other).expect(303);
    await withCookie(cookie).expect(200);
  });

  it('is dead on the server after signing out, and those elsewhere live on', async () => {
    const [agent, other] = [await test.signedInAs(OFFICER), await test.signedInAs(OFFICER)];
    const cookie = await cookieOf(agent, BOARD);
    await withCookie(cookie).expect(200);
    await send(agent, '/sign-out', {});
    await withCookie(cookie)
      .expect(303)
      .expect('Location', /sign-in/);
    await other.get(BOARD).expect(200);
  });

  it('stays dead when a form of it is on its way while it signs out', async () => {
    const agent = await test.signedInAs(OFFICER);
    const page = /href="([^"]*\/figures)"/.exec((await agent.get(RETURNS)).text)![1]!;
    for (let round = 0; round < 10; round += 1) {
      const leaving = await test.signedInAs(OFFICER);
      const cookie = await cookieOf(leaving, BOARD);
      const { text } = await leaving.get(page);
      const _csrf = hiddenField(text, '_csrf');
      const save = { _csrf, version: hiddenField(text, 'version'), action: 'later' };
      const post = (path: string, fields: object) =>
        test
          .browser()
          .post(path)
          .set('Cookie', cookie)
          .type('form')
          .send(fields)
          .then(({ status }) => status);
      await Promise.all([post(page, save), post('/sign-out', { _csrf })]);
      await withCookie(cookie)
        .expect(303)
        .expect('Location', /sign-in/);
    }
  });

  it('ends eight hours after signing in, however busy it was, and a draft outlives it', async () => {
    const agent = await test.signedInAs(OFFICER);
    const page = /href="([^"]*\/figures)"/.exec((await agent.get(RETURNS)).text)![1]!;
    const { text } = await agent.get(page).expect(200);
    const line = /name="(figures\[[^\]]*\]\[value\])"/.exec(text)![1]!;
    await send(agent, page, { version: '1', action: 'later', [line]: '4711' }).then(({ status }) =>
      expect(status).toBe(303),
    );
    const cookie = await cookieOf(agent, BOARD);
    for (let hour = 1; hour < 8; hour += 1) {
      test.clock.advance(HOUR);
      await agent.get(BOARD).expect(200);
    }
    test.clock.advance(HOUR - 60_000);
    await agent.get(BOARD).expect(200);
    test.clock.advance(60_000);
    await agent
      .get(BOARD)
      .expect(303)
      .expect('Location', /sign-in/);
    await withCookie(cookie).expect(303);
    const later = await test.signedInAs(OFFICER);
    expect((await later.get(page).expect(200)).text).toContain('value="4711"');
  });

  /** How long a session idles is counted by its store, on the clock of the machine, which no test can set. */
  describe('that idles', () => {
    const minutesLeft = async () => {
      const [left] = await onlooker.rows<{ minutes: number }>(
        `select extract(epoch from expire - now())::float / 60 as minutes from session
          where sess -> 'passport' ->> 'user' is not null order by expire desc limit 1`,
      );
      return left!.minutes;
    };
    const onlySessionLasts = (time: string) =>
      onlooker.rows(`update session set expire = now() + interval '${time}'`);

    it('has 30 minutes from its last page', async () => {
      await onlooker.rows('delete from session');
      const agent = await test.signedInAs(OFFICER);
      await onlySessionLasts('1 minute');
      await agent.get(BOARD).expect(200);
      expect(await minutesLeft()).toBeGreaterThan(29);
      expect(await minutesLeft()).toBeLessThan(30.1);
    });

    it('is over when they have passed', async () => {
      const agent = await test.signedInAs(OFFICER);
      await onlySessionLasts('-1 second');
      await agent
        .get(BOARD)
        .expect(303)
        .expect('Location', /sign-in/);
    });
  });
});

/** The cookie that a page sets, as the browser sends it back. */
async function cookieOf(agent: Agent, path: string): Promise<string> {
  const { headers } = await agent.get(path);
  return String(headers['set-cookie']).split(';')[0]!;
}
