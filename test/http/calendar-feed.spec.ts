import { EndRole, SuspendPerson } from '@lib/identity';
import { PartnershipDirectory } from '@lib/partnerships';
import { PeopleQuery } from '@lib/reporting';
import type { Agent } from 'supertest';
import { mainText } from './support/html.js';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { actor } from './support/records.js';
import { send } from './support/send.js';
import { startTestApp, type TestApp } from './test-app.js';

const PAGE = '/partnerships/kingston/calendar-address';
const EMAIL = 'officer@police.example';

describe('an address for a calendar program', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let officer: Agent;
  beforeAll(async () => {
    test = await startTestApp({ BASE_URL: 'http://tracker.example' });
    onlooker = await lookInto(test.database);
    officer = await test.signedInAs(EMAIL);
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  async function made(agent = officer): Promise<string> {
    const { status, text } = await send(agent, PAGE, {});
    expect(status).toBe(200);
    return /<code[^>]*>http:\/\/tracker\.example(\/calendars\/[\w-]{64}\.ics)<\/code>/.exec(text)![1]!;
  }

  const read = (path: string) => test.browser().get(path).buffer(true);
  const isUnknown = async (path: string) => {
    const { status, text } = await read(path);
    expect(status).toBe(404);
    expect(mainText(text)).toContain('There is no such calendar, or it is not yours to see.');
  };
  const events = () =>
    onlooker.rows<{ type: string }>(
      `select type from audit_event where type like 'Calendar%' order by seq desc limit 2`,
    );

  it('serves the calendar of the duties page to who is not signed in', async () => {
    const { status, text, headers } = await read(await made());
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/calendar');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    const { text: downloaded } = await officer.get('/partnerships/kingston/duties/calendar.ics').buffer(true);
    const stamped = (file: string) => file.replace(/DTSTAMP:\w+/g, 'DTSTAMP');
    expect(text).toContain('BEGIN:VEVENT');
    expect(stamped(text)).toBe(stamped(downloaded));
  });

  it('is shown once, and kept as what it hashes to', async () => {
    const path = await made();
    const secret = /[\w-]{64}/.exec(path)![0];
    const { text } = await officer.get(PAGE).expect(200);
    expect(text).not.toContain(secret);
    expect(mainText(text)).toContain('It is not shown again');
    const kept = await onlooker.rows<{ row: string }>(
      'select to_jsonb(a)::text as row from calendar_address a',
    );
    const trail = await onlooker.rows<{ row: string }>('select content as row from audit_event');
    for (const { row } of [...kept, ...trail]) expect(row).not.toContain(secret);
  });

  it('leads nowhere once another is made, or it is withdrawn, and both are events', async () => {
    const first = await made();
    const second = await made();
    expect((await events())[0]).toEqual({ type: 'CalendarAddressMade' });
    await isUnknown(first);
    await read(second).expect(200);
    const { headers } = await send(officer, `${PAGE}/withdrawal`, {});
    expect(headers['location']).toBe(PAGE);
    await isUnknown(second);
    expect((await events())[0]).toEqual({ type: 'CalendarAddressWithdrawn' });
    // Withdrawn once more, it is still withdrawn and nothing happened.
    const before = await onlooker.contents();
    await send(officer, `${PAGE}/withdrawal`, {});
    expect(await onlooker.contents()).toEqual(before);
  });

  it('leads nowhere for its owner’s name with another secret, or for what is no address', async () => {
    const path = await made();
    for (const other of [
      path.replace(/.(?=\.ics)/, (last) => (last === 'A' ? 'B' : 'A')),
      path.replace(/s\/./, (first) => (first === 's/A' ? 's/B' : 's/A')),
      ...['/calendars/x.ics', `/calendars/${'A'.repeat(64)}.ics`, `/calendars/${'%27'.repeat(20)}.ics`],
    ])
      await isUnknown(other);
    await read(path).expect(200);
  });

  it('says nothing of other partnerships to who has a role in this one only', async () => {
    expect((await officer.get('/partnerships/elsewhere/calendar-address')).status).toBe(404);
  });

  it('leads nowhere while its owner is suspended, and after their role has ended', async () => {
    const admin = await actor(test, 'admin@partnership.example');
    const { id: partnershipId } = (await test.app.get(PartnershipDirectory).bySlug('kingston'))!;
    const path = await made();
    const people = await test.app.get(PeopleQuery).run(admin, partnershipId, test.clock.now());
    const { id: personId, roles } = people.find(({ email }) => email === EMAIL)!;
    const suspend = test.app.get(SuspendPerson);
    await suspend.execute(admin, { partnershipId, personId, suspended: true, reason: 'To see' });
    await isUnknown(path);
    await suspend.execute(admin, { partnershipId, personId, suspended: false, reason: 'Seen' });
    await read(path).expect(200);
    for (const { assignmentId } of roles)
      await test.app.get(EndRole).execute(admin, { partnershipId, assignmentId, reason: 'Left' });
    await isUnknown(path);
  });

  it('cannot be guessed at for long', async () => {
    const statuses = new Set<number>();
    for (let times = 0; times < 201; times += 1) statuses.add((await read('/calendars/x.ics')).status);
    expect([...statuses]).toEqual([404, 429]);
    // Who has one is not shut out by others who guess from the same place.
    await read(await made(await test.signedInAs('board@partnership.example'))).expect(200);
  });
});
