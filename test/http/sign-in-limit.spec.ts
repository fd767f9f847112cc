import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { tokenOf } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const OFFICER = 'officer@police.example';
const WRONG = 'three quarters a year';

describe('too many attempts to sign in', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  beforeAll(async () => {
    test = await startTestApp({ TRUSTED_PROXIES: '1' });
    onlooker = await lookInto(test.database);
  });
  beforeEach(() => onlooker.rows('delete from sign_in_limit'));
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  /** @param from what the request says about where it comes from; the last of it is what the proxy in front adds */
  async function attempt(email: string, password: string, from = '192.0.2.1'): Promise<number> {
    const agent = test.browser();
    const _csrf = await tokenOf(agent);
    const { status } = await agent
      .post('/sign-in')
      .set('X-Forwarded-For', from)
      .type('form')
      .send({ _csrf, email, password });
    return status;
  }

  async function attempts(count: number, ...args: Parameters<typeof attempt>): Promise<number[]> {
    const statuses = [];
    for (let tried = 0; tried < count; tried += 1) statuses.push(await attempt(...args));
    return statuses;
  }

  it('are more than ten, and then the right password does not help either', async () => {
    expect(await attempts(10, OFFICER, WRONG)).toEqual(Array(10).fill(422));
    expect(await attempt(OFFICER, WRONG)).toBe(429);
    expect(await attempt(OFFICER, DEMO_PASSWORD)).toBe(429);
  });

  it('are counted the same for an account that is not there', async () => {
    expect(await attempts(11, 'nobody@police.example', WRONG)).toEqual([...Array(10).fill(422), 429]);
  });

  it('are counted together however the address is written', async () => {
    await attempts(5, OFFICER, WRONG);
    await attempts(5, OFFICER.toUpperCase(), WRONG);
    expect(await attempt('Officer@Police.Example', WRONG)).toBe(429);
  });

  it('are counted together when they come at once', async () => {
    const statuses = await Promise.all(Array.from({ length: 15 }, () => attempt(OFFICER, WRONG)));
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  it('are forgotten by whoever gets it right', async () => {
    expect(await attempts(9, OFFICER, WRONG)).toEqual(Array(9).fill(422));
    expect(await attempt(OFFICER, DEMO_PASSWORD)).toBe(303);
    expect(await attempts(10, OFFICER, WRONG)).toEqual(Array(10).fill(422));
  });

  it('shut out no other account at the same address', async () => {
    await attempts(11, OFFICER, WRONG);
    expect(await attempt('officer2@police.example', DEMO_PASSWORD)).toBe(303);
  });

  it('are said to be too many, and logged as such', async () => {
    await attempts(10, OFFICER, WRONG);
    const agent = test.browser();
    const fields = { _csrf: await tokenOf(agent), email: OFFICER, password: DEMO_PASSWORD };
    const refused = await agent
      .post('/sign-in')
      .set('X-Forwarded-For', '192.0.2.1')
      .type('form')
      .send(fields);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('Wait 15 minutes and try again.');
    await agent.get('/partnerships/kingston/returns').expect(303);
    const [last] = await onlooker.rows<{ outcome: string; person_id: string | null }>(
      'select outcome, person_id from sign_in_event order by at desc, id desc limit 1',
    );
    expect(last).toEqual({ outcome: 'too-many', person_id: null });
  });

  it('shut out nobody at another address', async () => {
    expect((await attempts(11, OFFICER, WRONG, '192.0.2.1')).at(-1)).toBe(429);
    expect(await attempt(OFFICER, DEMO_PASSWORD, '192.0.2.2')).toBe(303);
  });

  it('are not spread over addresses that the sender makes up before the proxy’s own', async () => {
    for (let tried = 0; tried < 10; tried += 1) await attempt(OFFICER, WRONG, `10.0.0.${tried}, 192.0.2.1`);
    expect(await attempt(OFFICER, WRONG, '10.0.0.99, 192.0.2.1')).toBe(429);
  });
});
