import { rolesWith, ROLE_KEYS, ROLES } from '@lib/access';
import type { Agent } from 'supertest';
import { BundleWorker } from '../../apps/web/src/background/bundle-worker.js';
import { ImportWorker } from '../../apps/web/src/background/import-worker.js';
import { EMAIL_OF, mayCome, nameOf, type Route, ROUTES, WHO_MAY } from './routes.table.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { send, tokenOf } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const rows = ROUTES.map((route) => [nameOf(route), route] as const);
const guarded = rows.filter(([, { access }]) => access !== 'public');

describe('who may come where', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let records: Records;
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

  const ask = (agent: Agent, route: Route) =>
    route.method === 'GET'
      ? agent.get(route.path(records))
      : send(agent, route.path(records), route.form?.valid(records) ?? {});

  it('is written down for every route that the service has', () => {
    expect(routesOf(test).sort()).toEqual(ROUTES.map(nameOf).sort());
  });

  it('is written down as the roles have it', () => {
    for (const permission of Object.keys(WHO_MAY) as (keyof typeof WHO_MAY)[])
      expect([permission, rolesWith(permission)]).toEqual([
        permission,
        WHO_MAY[permission].map((role) => ROLES[role].name),
      ]);
  });

  describe.each(guarded)('%s, not signed in', (_name, route) => {
    it('asks to sign in, and changes nothing', async () => {
      const before = await onlooker.contents();
      const { status, headers } = await ask(test.browser(), route);
      const next = route.method === 'GET' ? `?next=${encodeURIComponent(route.path(records))}` : '';
      expect([status, headers['location']]).toEqual([303, `/sign-in${next}`]);
      expect(await onlooker.contents()).toEqual(before);
    });
  });

  it.each(rows.filter(([, { access }]) => access === 'public'))('%s serves anybody', async (_name, route) => {
    expect((await ask(test.browser(), route)).status).toBe(route.answer);
  });

  // Each change happens once: only one role may make it, or its form says so.
  describe.each(ROLE_KEYS)('as %s', (role) => {
    let agent: Agent;
    beforeAll(async () => {
      agent = await test.signedInAs(EMAIL_OF[role]);
    });

    it.each(rows.filter(([, route]) => mayCome(role, route)))('%s serves', async (_name, route) => {
      // Signing in or out would make somebody else of the agent.
      const visitor = route.access === 'public' ? await test.signedInAs(EMAIL_OF[role]) : agent;
      const isSecond = route.form?.once && ROLE_KEYS.find((one) => mayCome(one, route)) !== role;
      const answer = route.pattern === '/sign-in' ? 303 : isSecond ? 409 : route.answer;
      expect((await ask(visitor, route)).status).toBe(answer);
    });

    const refused = rows.filter(([, route]) => !mayCome(role, route));
    if (refused.length > 0)
      it.each(refused)('%s refuses, says whom to ask, and changes nothing', async (_name, route) => {
        await tokenOf(agent); // what the first page of a session changes is not looked at
        await test.app.get(BundleWorker).look(); // nor what the auditor has asked for before
        await test.app.get(ImportWorker).look();
        const before = await onlooker.contents();
        const { status, text } = await ask(agent, route);
        expect(status).toBe(403);
        expect(text).toContain('You may not ');
        for (const name of rolesThatMay(route)) expect(text).toContain(name);
        expect(text).toContain('Ask your partnership administrator if you should have it.');
        expect(await onlooker.contents()).toEqual(before);
      });
  });
});

function rolesThatMay({ access }: Route): string[] {
  if (access === 'public' || access === 'signed-in') return [];
  return WHO_MAY[access].map((role) => ROLES[role].name);
}

/** "GET /help" and so on, from the router that answers. */
function routesOf({ app }: TestApp): string[] {
  interface Layer {
    readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  }
  const express = app.getHttpAdapter().getInstance() as unknown as {
    router: { stack: readonly Layer[] };
  };
  return express.router.stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
  );
}
