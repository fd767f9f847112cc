import { EndRole } from '@lib/identity';
import { type Id, newId } from '@lib/kernel';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { mainText } from './support/html.js';
import { actor } from './support/records.js';
import { send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { startTestApp, type TestApp } from './test-app.js';

const APPROVER = 'approver@police.example';
const OSCAR = 'officer2@police.example';
const ADMIN = 'admin@partnership.example';
const LENT = '/partnerships/kingston/delegations';
const PEOPLE = '/partnerships/kingston/people';
const DAYS = '18 July 2011 to 22 July 2011';

/** Lent on the 15th for the 18th to the 22nd, taken back on the 19th; on the 21st the role itself ends. */
describe('roles as they stood', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let partnershipId: Id;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    partnershipId = (await actor(test, APPROVER)).grants[0]!.partnershipId;
    await lend('2011-07-15', { from: '18 7 2011', until: '22 7 2011', reason: 'On leave' });
    await takeBack('2011-07-19');
    await lend('2011-07-20', { from: '25 7 2011', until: '26 7 2011', reason: 'Training' });
    await takeBack('2011-07-20');
    await goTo(test, '2011-07-21');
    const [own] = await onlooker.rows<{ id: Id }>(
      `select r.id from role_assignment r join person p on p.id = r.person_id
        where p.email = $1 and r.delegated_from is null`,
      [OSCAR],
    );
    const end = { partnershipId, assignmentId: own!.id, reason: 'Has changed jobs' };
    await test.app.get(EndRole).execute(await actor(test, ADMIN), end);
    await goTo(test, '2011-07-25');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  async function lend(day: string, form: { from: string; until: string; reason: string }) {
    await goTo(test, day);
    const approver = await test.signedInAs(APPROVER);
    const { text } = await approver.get(LENT).expect(200);
    const lent = /name="lent"[^>]*value="([^"]+)"/.exec(text)![1]!;
    const colleague = /<option value="([^"]+)"[^>]*>Oscar Example/.exec(text)![1]!;
    const sent = await send(approver, LENT, { ...form, lent, colleague, requestKey: newId() });
    expect(sent.status).toBe(303);
  }

  async function takeBack(day: string) {
    await goTo(test, day);
    test.clock.setTo(new Date(`${day}T15:00:00Z`));
    const approver = await test.signedInAs(APPROVER);
    const end = /href="([^"]+\/end)"/.exec((await approver.get(LENT)).text)![1]!;
    expect((await send(approver, end, { reason: 'Back early' })).status).toBe(303);
  }

  const page = async (email: string, path: string, day?: string) => {
    const agent = await test.signedInAs(email);
    return mainText((await agent.get(day ? `${path}?as-at=${day}` : path).expect(200)).text);
  };

  it.each([
    ['2011-07-14', false],
    ['2011-07-15', true],
    ['2011-07-18', true],
    ['2011-07-19', false],
    ['2011-07-20', false],
  ])('what was lent on %s: %s', async (day, lent) => {
    const text = await page(APPROVER, LENT, day);
    expect(text.includes(DAYS)).toBe(lent);
    expect(text.includes('You had lent no role')).toBe(!lent);
    expect(text).not.toContain('Take it back');
    expect(text).not.toContain('Lend this role');
  });

  it('what was taken back before it began is gone, and is never held', async () => {
    expect(await page(APPROVER, LENT)).not.toContain('25 July 2011');
    expect((await actor(test, OSCAR)).grants).toEqual([]);
  });

  it.each([
    ['2011-07-17', 1],
    ['2011-07-18', 2],
    ['2011-07-19', 1],
    ['2011-07-20', 1],
    ['2011-07-21', 0],
  ])('how many roles Oscar Example held at the end of %s: %i', async (day, roles) => {
    const admin = await test.signedInAs(ADMIN);
    const { text } = await admin.get(`${PEOPLE}?as-at=${day}`).expect(200);
    expect(text).toContain('Who was suspended is in the audit trail.');
    const rows = text.split('<tr').filter((row) => row.includes(OSCAR));
    expect(rows.join('').match(/Authority (officer|approver),/g) ?? []).toHaveLength(roles);
  });

  it('a role that ended keeps until when it was lent', async () => {
    expect(
      await onlooker.rows(
        `select (held_until at time zone 'Europe/London')::date::text as until, ended_at is not null as ended
           from role_assignment where delegated_from is not null order by held_from`,
      ),
    ).toEqual([
      { until: '2011-07-23', ended: true },
      { until: '2011-07-27', ended: true },
    ]);
    await expect(onlooker.rows('update role_assignment set held_until = now()')).rejects.toThrow(
      'may end once and is never changed',
    );
  });
});
