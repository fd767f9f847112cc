import { startTestApp, type TestApp } from './test-app.js';

const PATHS = ['/help', '/nowhere', '/partnerships/kingston/board', '/assets/tracker.css', '/assets/none'];

describe('a service that is reached over https', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ BASE_URL: 'https://tracker.example', TRUSTED_PROXIES: '1' });
  });
  afterAll(() => test.close());

  it.each(PATHS)('promises https for two years on %s', async (path) => {
    const { headers } = await test.browser().get(path);
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  });

  it('hands out no session to who came over plain http all the same', async () => {
    const { headers } = await test.browser().get('/sign-in').expect(200);
    expect(headers['set-cookie']).toBeUndefined();
  });
});
