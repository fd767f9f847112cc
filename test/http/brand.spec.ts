import type { Agent } from 'supertest';
import { nameOf, ROUTES, visitorOf } from './routes.table.js';
import { titleOf } from './support/html.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { startTestApp, type TestApp } from './test-app.js';

const SERVICE = 'Community safety tracker';
const OURS = `${SERVICE} – Safer Kingston Partnership`;
/** Only GOV.UK may look like GOV.UK: its typeface, its crown, its crest, its name. */
const MARKS = [
  'GDS Transport',
  'GOV.UK',
  'crown',
  'Crown',
  'crest',
  'logotype',
  'govuk-header',
  'govuk-footer',
];

const pages = ROUTES.filter(
  ({ method, answer, pattern }) =>
    method === 'GET' && answer === 200 && !/\.(css|csv|xlsx|ics)$|\/extracts\//.test(pattern),
);

describe('every page', () => {
  let test: TestApp;
  let records: Records;
  beforeAll(async () => {
    test = await startTestApp();
    await openTheYear(test, 'kingston');
    records = await recordsOf(test, 'kingston', 'police');
  });
  afterAll(() => test.close());

  function expectOurs(html: string, title: string): void {
    for (const mark of MARKS) expect([mark, html.includes(mark)]).toEqual([mark, false]);
    const [, own] = new RegExp(`^(.+) – ${title}$`).exec(titleOf(html)) ?? [];
    expect(own).toMatch(/\w/);
    expect(own).not.toContain(SERVICE);
    expect(html).toContain('<html lang="en"');
    expect([...html.matchAll(/<h1\b/g)]).toHaveLength(1);
  }

  it.each(pages.map((route) => [nameOf(route), route] as const))(
    '%s has our name and nobody else’s',
    async (_name, route) => {
      const agent = route.access === 'public' ? test.browser() : await test.signedInAs(visitorOf(route));
      const { text } = await agent.get(route.path(records)).expect(200);
      expectOurs(text, route.pattern.includes(':partnership') ? OURS : SERVICE);
    },
  );

  it.each([
    ['404', '/nowhere', SERVICE],
    ['404 of a partnership', '/partnerships/elsewhere/board', SERVICE],
    ['403', '/partnerships/kingston/people', OURS],
    ['404 of a record', '/partnerships/kingston/returns/none', OURS],
    ['404 of a year', '/partnerships/kingston/board?year=1', OURS],
  ])('that says %s has our name too', async (_status, path, title) => {
    const agent = await test.signedInAs('officer@police.example');
    expectOurs((await agent.get(path)).text, title);
  });

  it('says in its title when something is wrong with what was typed', async () => {
    const agent: Agent = test.browser();
    const { text } = await agent.get('/sign-in');
    const [, _csrf] = /name="_csrf" value="([^"]*)"/.exec(text)!;
    const wrong = await agent
      .post('/sign-in')
      .type('form')
      .send({ _csrf, email: '', password: '' })
      .expect(422);
    expect(titleOf(wrong.text)).toBe(`Error: Sign in – ${SERVICE}`);
  });

  it('is set in a typeface that everybody may use', async () => {
    const { text } = await test.browser().get('/assets/tracker.css').expect(200);
    expect(text).not.toMatch(/GDS Transport|@font-face|crown|crest|logotype/i);
  });
});
