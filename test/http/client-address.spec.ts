import { DEMO_PASSWORD } from '../../seeds/demo/index.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { tokenOf } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const CLAIMS = {
  'X-Forwarded-For': '198.51.100.7',
  'X-Real-IP': '198.51.100.7',
  Forwarded: 'for=198.51.100.7',
  'X-Client-IP': '198.51.100.7',
};

describe('where a request comes from, without a proxy that is trusted', () => {
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

  async function attempt(password: string, headers: Record<string, string>): Promise<number> {
    const agent = test.browser();
    const _csrf = await tokenOf(agent);
    const fields = { _csrf, email: 'officer@police.example', password };
    return (await agent.post('/sign-in').set(headers).type('form').send(fields)).status;
  }

  it('is not what the sender says, when it is written down', async () => {
    expect(await attempt(DEMO_PASSWORD, CLAIMS)).toBe(303);
    const [event] = await onlooker.rows<{ address: string }>(
      'select address from sign_in_event order by at desc limit 1',
    );
    expect(event!.address).toMatch(/127\.0\.0\.1$|^::1$/);
  });

  it('is not what the sender says, when attempts to sign in are counted', async () => {
    for (let tried = 0; tried < 10; tried += 1)
      expect(await attempt('three quarters a year', { 'X-Forwarded-For': `10.0.0.${tried}` })).toBe(422);
    expect(await attempt('three quarters a year', { 'X-Forwarded-For': '10.0.0.99' })).toBe(429);
    expect(await attempt(DEMO_PASSWORD, {})).toBe(429);
  });
});
