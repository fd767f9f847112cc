import type { Response } from 'supertest';
import { DEMO_PASSWORD } from '../../../seeds/demo/index.js';
import { hiddenField, startTestApp, type TestApp } from '../test-app.js';

const CREDENTIALS = { email: 'board@partnership.example', password: DEMO_PASSWORD };
const PAGES = ['/help', '/sign-in', '/nowhere', '/partnerships/kingston/board', '/signed-out'];
const EXPIRED = 'Thu, 01 Jan 1970 00:00:00 GMT';

export interface CookieExpected {
  readonly BASE_URL: string;
  readonly name: string;
  /** Beside the time it ends at; in alphabetical order. */
  readonly flags: readonly string[];
}

/** What holds for the session's cookie, whichever way the service is reached. To be called inside a `describe`. */
export function testsOfTheCookie({ BASE_URL, name, flags }: CookieExpected): void {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ BASE_URL });
  });
  afterAll(() => test.close());

  /** As the proxy in front passes it on; the cookie is carried by hand, for a browser sends none of ours over http. */
  async function ask(method: 'get' | 'post', path: string, cookie = '', fields = {}): Promise<Response> {
    const asked = test.browser()[method](path).set({ 'X-Forwarded-Proto': 'https', Cookie: cookie });
    return method === 'get' ? asked : asked.type('form').send(fields);
  }

  async function signIn(): Promise<{ before: Response; signedIn: Response }> {
    const before = await ask('get', '/sign-in');
    const fields = { ...CREDENTIALS, _csrf: hiddenField(before.text, '_csrf') };
    return { before, signedIn: await ask('post', '/sign-in', cookieIn(before), fields) };
  }

  it('has its name and flags on every page, signed in or not, and no domain', async () => {
    const { before, signedIn } = await signIn();
    expect([before.status, signedIn.status]).toEqual([200, 303]);
    const pages = await Promise.all(
      PAGES.flatMap((path) => [ask('get', path), ask('get', path, cookieIn(signedIn))]),
    );
    const cookies = [before, signedIn, ...pages].flatMap(cookiesSetBy);
    expect(cookies.length).toBeGreaterThan(PAGES.length);
    for (const cookie of cookies) {
      expect(cookie.name).toBe(name);
      expect(cookie.flags.filter((flag) => !flag.startsWith('Expires='))).toEqual(flags);
    }
  });

  it('ends 30 minutes after the last page', async () => {
    const { signedIn } = await signIn();
    const board = () => ask('get', '/partnerships/kingston/board', cookieIn(signedIn));
    await board(); // the first page of a session changes it, and would set the cookie in any case
    const page = await board();
    const [expires] = cookiesSetBy(page)[0]!.flags.filter((flag) => flag.startsWith('Expires='));
    const minutes = (Date.parse(expires!.slice('Expires='.length)) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
  });

  it('names a session that cannot be guessed', async () => {
    const { before, signedIn } = await signIn();
    const ids = [before, signedIn].map((response) => sessionIdIn(cookieIn(response)));
    for (const id of ids) expect(id).toMatch(/^[\w-]{32}$/); // 24 random bytes
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('is taken back at signing out, with the same name and flags', async () => {
    const { signedIn } = await signIn();
    const cookie = cookieIn(signedIn);
    const { text } = await ask('get', '/help', cookie);
    const signedOut = await ask('post', '/sign-out', cookie, { _csrf: hiddenField(text, '_csrf') });
    expect(signedOut.status).toBe(303);
    expect(cookiesSetBy(signedOut).map((one) => one.name)).toEqual([name]);
    expect(cookiesSetBy(signedOut)[0]!.flags).toEqual([`Expires=${EXPIRED}`, ...flags].sort());
  });
}

interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Without their order. */
  readonly flags: readonly string[];
}

function cookiesSetBy({ headers }: Response): SetCookie[] {
  const lines = (headers['set-cookie'] ?? []) as unknown as string[];
  return lines.map((line) => {
    const [pair, ...flags] = line.split('; ');
    const [name, value] = pair!.split(/=(.*)/s);
    return { name: name!, value: value!, flags: flags.sort() };
  });
}

/** The Cookie header a browser would send after a response. */
function cookieIn(response: Response): string {
  return cookiesSetBy(response)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
}

/** `tracker=s%3A<id>.<signature>` */
function sessionIdIn(cookie: string): string {
  return /=s:([^.]+)\./.exec(decodeURIComponent(cookie))?.[1] ?? '';
}
