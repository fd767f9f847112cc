import type { Agent, Response } from 'supertest';
import { EMAIL_OF, nameOf, type Route, ROUTES, visitorOf } from './routes.table.js';
import { titleOf } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { type Fields, post as postFields, tokenOf } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const changes = ROUTES.filter(({ method }) => method === 'POST').map(
  (route) => [nameOf(route), route] as const,
);
const pages = ROUTES.filter(({ method }) => method === 'GET').map((route) => [nameOf(route), route] as const);

describe('a request that no page of ours sent', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let records: Records;
  const agents = new Map<string, Promise<Agent>>();
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await openTheYear(test, 'kingston');
    records = await recordsOf(test, 'kingston', 'police');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  /** Somebody who may come, and for whom only the forgery stands in the way. */
  function victim(route: Route): Promise<Agent> {
    const email = visitorOf(route);
    if (!agents.has(email)) agents.set(email, test.signedInAs(email));
    return agents.get(email)!;
  }

  function post(agent: Agent, route: Route, token: Fields, headers: Record<string, string> = {}) {
    const fields = { ...route.form?.valid(records), ...token };
    return postFields(agent, route.path(records), fields, headers);
  }

  async function newestEvent() {
    const [event] = await onlooker.rows<{ seq: number; type: string; email: string }>(
      `select e.seq::int, e.type, p.email from audit_event e
         join partnership on partnership.id = e.partnership_id and slug = 'kingston'
         join person p on p.id = e.actor_id order by e.seq desc limit 1`,
    );
    return event!;
  }

  async function isRefused(response: Response, before: Record<string, string>): Promise<void> {
    expect(response.status).toBe(403);
    expect(await onlooker.contents()).toEqual(before);
  }

  it.each(changes)('%s is refused without a token', async (_name, route) => {
    const agent = await victim(route);
    const before = await onlooker.contents();
    await isRefused(await post(agent, route, {}), before);
  });

  it.each(changes)('%s is refused with a wrong token', async (_name, route) => {
    const agent = await victim(route);
    const token = await tokenOf(agent);
    const before = await onlooker.contents();
    for (const _csrf of ['', 'x', token.slice(1), token.toUpperCase(), '0'.repeat(token.length)])
      await isRefused(await post(agent, route, { _csrf }), before);
  });

  it.each(changes)('%s is refused with the token of another session', async (_name, route) => {
    const agent = await victim(route);
    const other = await test.signedInAs(EMAIL_OF['board-member']);
    const before = await onlooker.contents();
    await isRefused(await post(agent, route, { _csrf: await tokenOf(other) }), before);
  });

  it.each(changes)('%s is refused when the browser says that another site sent it', async (_name, route) => {
    const agent = await victim(route);
    const _csrf = await tokenOf(agent);
    const before = await onlooker.contents();
    for (const site of ['cross-site', 'same-site', 'Cross-Site', 'whatever'])
      await isRefused(await post(agent, route, { _csrf }, { 'Sec-Fetch-Site': site }), before);
  });

  it.each(changes)('%s takes a token from nowhere but the form', async (_name, route) => {
    const agent = await victim(route);
    const token = await tokenOf(agent);
    const before = await onlooker.contents();
    const address = { ...route, path: () => `${route.path(records)}?_csrf=${token}` };
    await isRefused(await post(agent, address, {}, { 'X-CSRF-Token': token }), before);
  });

  it('hears that the page is no longer current, and what became of what was typed', async () => {
    const [, route] = changes[0]!;
    const agent = await victim(route);
    const _csrf = await tokenOf(agent);
    const otherSite = await post(agent, route, { _csrf }, { 'Sec-Fetch-Site': 'cross-site' });
    const oldPage = await post(agent, route, { _csrf: 'of the session before' });
    for (const { text } of [otherSite, oldPage]) {
      expect(titleOf(text)).toMatch(/^This page is no longer current/);
      expect(text).toContain('What you sent was not saved.');
    }
  });

  it('is refused in every other language a body can come in', async () => {
    const [, route] = changes.find(([, { pattern }]) => pattern.endsWith('/figures'))!;
    const agent = await victim(route);
    const before = await onlooker.contents();
    const body = JSON.stringify({ _csrf: await tokenOf(agent), ...route.form!.valid(records) });
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x'])
      await isRefused(await agent.post(route.path(records)).set('Content-Type', type).send(body), before);
  });

  it('signs nobody out', async () => {
    const agent = await test.signedInAs(EMAIL_OF.auditor);
    await agent.post('/sign-out').expect(403);
    await agent.get('/partnerships/kingston/audit-trail').expect(200);
  });

  it.each(pages)(
    '%s changes nothing by being looked at, but that a file is known to have left',
    async (_name, route) => {
      const agent = await victim(route);
      const [before, last] = [await onlooker.contents(), await newestEvent()];
      const answer = await agent.get(route.path(records));
      expect(answer.status).toBe(route.pattern === '/sign-in' ? 303 : route.answer);
      const after = await onlooker.contents();
      // That a calendar program asks, which nobody is signed in to, is counted and not written down.
      const isFile =
        route.access !== 'public' && answer.headers['content-disposition']?.startsWith('attachment');
      if (route.pattern.startsWith('/calendars/')) before['sign_in_limit'] = after['sign_in_limit']!;
      if (!isFile && !route.isSensitive) return expect(after).toEqual(before);
      // One event of the one kind, and nothing in any other table.
      expect({ ...after, audit_event: before['audit_event'] }).toEqual(before);
      expect(await newestEvent()).toEqual({
        seq: last.seq + 1,
        type: isFile ? 'FileDownloaded' : 'SensitiveRead',
        email: visitorOf(route),
      });
    },
  );

  it('finds files and pages among what can be looked at', async () => {
    const agent = await test.signedInAs(EMAIL_OF['partnership-analyst']);
    const last = await newestEvent();
    await agent.head('/partnerships/kingston/duties/calendar.ics').expect(200);
    expect(await newestEvent()).toEqual(last);
    await agent.get('/partnerships/kingston/duties/calendar.ics').expect(200);
    await agent.get('/partnerships/kingston/board').expect(200);
    expect(await newestEvent()).toMatchObject({ seq: last.seq + 1, type: 'FileDownloaded' });
  });

  it('goes through when a page of ours sent it', async () => {
    const [, route] = changes.find(([, { pattern }]) => pattern.endsWith('/figures'))!;
    const agent = await victim(route);
    const before = await onlooker.contents();
    const sent = await post(
      agent,
      route,
      { _csrf: await tokenOf(agent) },
      { 'Sec-Fetch-Site': 'same-origin' },
    );
    expect(sent.status).toBe(303);
    expect(await onlooker.contents()).not.toEqual(before);
  });
});
