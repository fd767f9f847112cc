import { calendarDate, FinancialQuarter } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { DefineMeasure } from '@lib/plans';
import { OpenQuarter } from '@lib/returns';
import type { Agent } from 'supertest';
import { seedKingston2010 } from '../kingston-2010/index.js';
import { nameOf, namesRecord, type Route, ROUTES, visitorOf } from './routes.table.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { actor, missing, openTheYear, type Records, recordsOf, renamed } from './support/records.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const rows = ROUTES.map((route) => [nameOf(route), route] as const);
const withRecord = rows.filter(([, route]) => namesRecord(route));
const guarded = rows.filter(
  ([, route]) => route.pattern.includes(':partnership') && route.access !== 'public',
);
/** Routes of a return that somebody may come to for one authority only. */
const ofOneAuthority = withRecord.filter(
  ([, route]) => route.pattern.includes(':returnId') && /^(officer|approver)@police/.test(visitorOf(route)),
);
const NO_NAMES = ['x', "1' or '1'='1", '0', '..', 'null', '%', '日本', 'a'.repeat(3000)];

describe('a record that is not one’s own', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let own: Records;
  let council: Records;
  let elsewhere: Records;
  const agents = new Map<string, Promise<Agent>>();
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    await seedKingston2010(test.app, 'elsewhere');
    for (const slug of ['kingston', 'elsewhere']) await openTheYear(test, slug);
    own = await recordsOf(test, 'kingston', 'police');
    council = await recordsOf(test, 'kingston', 'council');
    elsewhere = {
      ...(await recordsOf(test, 'elsewhere', 'police')),
      measure: await measureOnlyElsewhere(test),
      quarter: await quarterOnlyElsewhere(test),
    };
  }, 120_000);
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  /** Somebody who holds the right in Kingston. */
  function visitor(route: Route): Promise<Agent> {
    const email = visitorOf(route);
    if (!agents.has(email)) agents.set(email, test.signedInAs(email));
    return agents.get(email)!;
  }

  async function ask(route: Route, records: Records) {
    const agent = await visitor(route);
    return route.method === 'GET'
      ? agent.get(route.path(records))
      : send(agent, route.path(records), route.form?.valid(records) ?? {});
  }

  async function isNotFound(route: Route, records: Records): Promise<void> {
    await visitor(route); // signing in leaves its own mark
    const before = await onlooker.contents();
    const { status, text } = await ask(route, records);
    expect([status, text.includes('Page not found')]).toEqual([404, true]);
    expect(await onlooker.contents()).toEqual(before);
  }

  it.each(guarded)('%s: another partnership is not found', (_name, route) => isNotFound(route, elsewhere));

  it.each(withRecord)('%s: another partnership’s record is not found under our address', (_name, route) =>
    isNotFound(route, { ...elsewhere, slug: 'kingston' }),
  );

  it.each(ofOneAuthority)('%s: another authority’s record is not found', (_name, route) =>
    isNotFound(route, council),
  );

  it.each(withRecord)('%s: a record that is not there is not found', (_name, route) =>
    isNotFound(route, missing(own)),
  );

  it.each(withRecord)('%s: what can be no name of a record is not found', async (_name, route) => {
    for (const name of NO_NAMES) {
      const { status } = await ask(
        route,
        renamed(own, () => encodeURIComponent(name)),
      );
      expect([name.slice(0, 20), status]).toEqual([name.slice(0, 20), 404]);
    }
  });

  it('does not find what can be no name of a partnership', async () => {
    const agent = await test.signedInAs('board@partnership.example');
    for (const name of NO_NAMES) {
      const { status } = await agent.get(`/partnerships/${encodeURIComponent(name)}/board`);
      expect([name.slice(0, 20), status]).toEqual([name.slice(0, 20), 404]);
    }
  });

  // PostgreSQL keeps no text with a zero byte in it, and says so with an error.
  it.each([
    ['a measure', '/partnerships/kingston/measures/%00'],
    ['a partnership', '/partnerships/%00/board'],
    ['a return', '/partnerships/kingston/returns/%00'],
    ['a stylesheet', '/assets/brand/%00.css'],
  ])('finds no zero byte as the name of %s', async (_what, path) => {
    const agent = await test.signedInAs('officer@police.example');
    expect((await agent.get(path)).status).toBe(404);
  });

  it('answers a missing and a foreign record with the same page', async () => {
    const [route] = ROUTES.filter(({ pattern }) => pattern.endsWith('/returns/:returnId'));
    const foreign = await ask(route!, { ...elsewhere, slug: 'kingston' });
    const none = await ask(route!, missing(own));
    const withoutNonce = (text: string) => text.replace(/nonce="[^"]*"/g, '');
    expect(withoutNonce(foreign.text)).toBe(withoutNonce(none.text));
  });

  it('answers an address that cannot be decoded with a page, not with an error of ours', async () => {
    const agent = await test.signedInAs('board@partnership.example');
    for (const path of [
      '/partnerships/%E0%A4%A/board',
      '/partnerships/kingston/measures/%',
      '/assets/%E0%A4%A',
    ])
      expect([path, (await agent.get(path)).status]).toEqual([path, 400]);
  });
});

async function measureOnlyElsewhere({ app, ...test }: TestApp): Promise<string> {
  const partnership = await app.get(PartnershipDirectory).bySlug('elsewhere');
  const analyst = await actor({ app, ...test }, 'analyst@elsewhere.partnership.example');
  const authorityId = await app
    .get(PartnershipDirectory)
    .authorityNamed(analyst, partnership!.id, 'London Fire Brigade');
  await app.get(DefineMeasure).execute(analyst, {
    ...{ partnershipId: partnership!.id, slug: 'only-elsewhere', authorityId },
    inForceFrom: calendarDate('2010-04-01'),
    sheet: {
      ...{ name: 'Only elsewhere', unit: 'fires', wording: 'Fires.', kind: 'count', direction: 'lower' },
      ...{ source: 'None', componentIds: [] },
    },
  });
  return 'only-elsewhere';
}

/** A quarter that is open elsewhere and not with us. */
async function quarterOnlyElsewhere(test: TestApp): Promise<string> {
  const analyst = await actor(test, 'analyst@elsewhere.partnership.example');
  const { id: partnershipId } = (await test.app.get(PartnershipDirectory).bySlug('elsewhere'))!;
  const quarter = FinancialQuarter.of(2013, 1);
  await test.app.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
  return quarter.slug;
}
