import type { Agent } from 'supertest';
import { EMAIL_OF, type Form, nameOf, type Route, ROUTES, visitorOf } from './routes.table.js';
import { boxOf, brokenErrorLinks, errorSummary } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { openTheYear, type Records, recordsOf } from './support/records.js';
import { type Fields, send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const forms = ROUTES.flatMap((route) => (route.form ? [{ route, form: route.form }] : []));
const rows = forms.map(({ route, form }) => [nameOf(route), route, form] as const);
const mistakes = forms.flatMap(({ route, form }) =>
  form.invalid.map(({ says, fields }) => [nameOf(route), says, route, form, fields] as const),
);
/** What somebody would like to set who knows our tables. */
const UNKNOWN = ['role', 'authority_id', 'approved_at', 'state', 'figures[0][entered_by]', 'user[isAdmin]'];

describe('a form that is filled in wrong', () => {
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

  /** Signed in once each: there is a limit to how often anybody does so. */
  function visitor(route: Route): Promise<Agent> | Agent {
    if (route.access === 'public') return test.browser();
    const email = visitorOf(route);
    if (!agents.has(email)) agents.set(email, test.signedInAs(email));
    return agents.get(email)!;
  }

  it.each(mistakes)('%s says: %s', async (_name, says, route, form, wrong) => {
    const agent = await visitor(route);
    const before = await onlooker.contents();
    const typed = { ...form.valid(records), ...wrong(records) };
    const { status, text } = await send(agent, route.path(records), typed);
    expect(status).toBe(422);
    expect(errorSummary(text).map(([sentence]) => sentence)).toEqual([says]);
    expect(text).toContain('<title>Error: ');
    for (const [name, value] of boxesOf(typed)) expect([name, boxOf(text, name)]).toEqual([name, value]);
    expect(await onlooker.contents()).toEqual(before);
  });

  it.each(mistakes)('%s leads from the summary to the box: %s', async (_name, _says, route, form, wrong) => {
    const typed = { ...form.valid(records), ...wrong(records) };
    const { text } = await send(await visitor(route), route.path(records), typed);
    expect(errorSummary(text)).toHaveLength(1);
    expect(brokenErrorLinks(text)).toEqual([]);
  });

  it.each(rows)('%s binds nothing that it did not ask for', async (_name, route, form) => {
    const agent = await visitor(route);
    const before = await onlooker.contents();
    for (const name of UNKNOWN) {
      const fields = { ...form.valid(records), [name]: 'partnership-administrator' };
      const { status, text } = await send(agent, route.path(records), fields);
      expect([name, status]).toEqual([name, 400]);
      expect(text).toContain('This form has no field');
    }
    expect(await onlooker.contents()).toEqual(before);
  });

  it('shows no password again', async () => {
    const wrong = { email: EMAIL_OF.auditor, password: 'four quarters in a year' };
    const { status, text } = await send(test.browser(), '/sign-in', wrong);
    expect(status).toBe(422);
    expect(text).not.toContain(wrong.password);
  });

  it('is asked for again whole when nothing was filled in', async () => {
    for (const { route, form } of forms) {
      const { status } = await send(await visitor(route), route.path(records), emptied(form, records));
      expect([nameOf(route), [400, 422].includes(status)]).toEqual([nameOf(route), true]);
    }
  });
});

/** What people see and would have to type again: not the password, not what a page sends along. */
function boxesOf(typed: Fields): [string, string][] {
  return Object.entries(typed).flatMap(([name, value]) =>
    typeof value === 'string' && /^figures|^reason$|^comment$|^email$/.test(name) ? [[name, value]] : [],
  );
}

function emptied(form: Form, records: Records): Fields {
  return Object.fromEntries(Object.keys(form.valid(records)).map((name) => [name, '']));
}
