import { BoardQuery } from '@lib/reporting';
import { Logger } from '@nestjs/common';
import type { Agent, Response } from 'supertest';
import { send, sendRaw } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const POLICY =
  "default-src 'none';script-src 'self' 'nonce-…';style-src 'self';img-src 'self' data:;font-src 'self';" +
  "connect-src 'self';manifest-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';" +
  "object-src 'none';require-trusted-types-for 'script'";

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

const BOARD = '/partnerships/kingston/board';
const CSV = '/partnerships/kingston/measures/residential-burglary/figures.csv';

type Ask = (agent: Agent, test: TestApp) => Promise<Response>;
const page =
  (path: string): Ask =>
  async (agent) =>
    agent.get(path);

/** One of every kind of answer: [what it is, its status, who asks, how]. */
const ANSWERS: readonly [string, number, 'nobody' | 'board', Ask][] = [
  ['a public page', 200, 'nobody', page('/help')],
  ['a page', 200, 'board', page(BOARD)],
  ['a download', 200, 'board', page(CSV)],
  ['a redirect to sign in', 303, 'nobody', page(BOARD)],
  ['a redirect onwards', 303, 'board', page('/')],
  ['an address that is none', 404, 'board', page('/nowhere')],
  ['a record that is none', 404, 'board', page('/partnerships/kingston/measures/none')],
  ['a download that is none', 404, 'board', page(CSV.replace('residential', 'no'))],
  ['a refusal', 403, 'board', page('/partnerships/kingston/people')],
  ['a forged request', 403, 'board', async (agent) => agent.post('/sign-out')],
  [
    'a form filled in wrong',
    422,
    'nobody',
    async (agent) => send(agent, '/sign-in', { email: '', password: '' }),
  ],
  ['a form with an unknown field', 400, 'nobody', async (agent) => send(agent, '/sign-in', { role: 'x' })],
  [
    'a body that is too large',
    413,
    'board',
    async (agent) => sendRaw(agent, '/sign-out', 'x'.repeat(300_000)),
  ],
  ['an address that cannot be read', 400, 'board', page('/partnerships/%E0%A4%A/board')],
  ['an error of ours', 500, 'board', errorOfOurs],
  ['a stylesheet', 200, 'board', page('/assets/tracker.css')],
  ['a script', 200, 'nobody', page('/assets/start.js')],
  ['an asset that is none', 404, 'nobody', page('/assets/none.css')],
  ['a partnership’s colour', 200, 'board', page('/assets/brand/kingston.css')],
  ['the colour of no partnership', 404, 'board', page('/assets/brand/nowhere.css')],
  ['the sign of life', 200, 'nobody', page('/health')],
];

/** What is the same for everybody and names nobody. */
const FOR_EVERYBODY = new Set([
  'a stylesheet',
  'a script',
  'an asset that is none',
  'a partnership’s colour',
  'the sign of life',
]);

describe('the headers of', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  async function answer(who: 'nobody' | 'board', ask: Ask): Promise<Response> {
    return ask(who === 'board' ? await test.signedInAs('board@partnership.example') : test.browser(), test);
  }

  it.each(ANSWERS)('%s (%d) hold the policy and everything else', async (_what, status, who, ask) => {
    const { headers, status: answered } = await answer(who, ask);
    expect(answered).toBe(status);
    expect(headers).toMatchObject(ALWAYS);
    expect(headers['content-security-policy']?.replace(/nonce-[^']*/, 'nonce-…')).toBe(POLICY);
  });

  it.each(ANSWERS)('%s (%d) do not say what it is made with', async (_what, _status, who, ask) => {
    const { headers } = await answer(who, ask);
    expect(Object.keys(headers)).not.toContain('x-powered-by');
    expect(Object.keys(headers)).not.toContain('server');
  });

  it.each(ANSWERS.filter(([what]) => !FOR_EVERYBODY.has(what)))(
    '%s (%d) keep it out of every cache',
    async (_what, _status, who, ask) => {
      expect((await answer(who, ask)).headers['cache-control']).toBe('no-store');
    },
  );

  it.each(ANSWERS)(
    '%s (%d) hand out no session where a cache may keep it',
    async (_what, _status, who, ask) => {
      const { headers } = await answer(who, ask);
      const mayBeKept = /public|max-age/.test(headers['cache-control'] ?? '');
      expect(mayBeKept && headers['set-cookie'] !== undefined).toBe(false);
    },
  );

  it('a page name the nonce of its one script, and every page another', async () => {
    const nonces = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const { headers, text } = await test.browser().get('/help');
      const [, nonce] = /'nonce-([^']+)'/.exec(headers['content-security-policy']!)!;
      expect([...text.matchAll(/<script nonce="([^"]*)"/g)].map((match) => match[1])).toEqual([nonce]);
      expect(Buffer.from(nonce!, 'base64')).toHaveLength(16);
      nonces.add(nonce!);
    }
    expect(nonces.size).toBe(3);
  });

  it('a download make it a file', async () => {
    const { headers, text } = await answer('board', page(CSV));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="residential-burglary.csv"');
    expect(text).toMatch(/^measure,quarter,/);
  });

  it('nothing promise https where there is none', async () => {
    const { headers } = await answer('board', page(BOARD));
    expect(Object.keys(headers)).not.toContain('strict-transport-security');
  });
});

/** What an unforeseen error looks like from outside is a test of its own, below. */
async function errorOfOurs(agent: Agent, { app }: TestApp): Promise<Response> {
  const fails = new Error('relation "figure" does not exist at 10.0.0.7');
  const query = jest.spyOn(app.get(BoardQuery), 'run').mockRejectedValue(fails);
  const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => {});
  try {
    return await agent.get(BOARD);
  } finally {
    query.mockRestore();
    log.mockRestore();
  }
}
