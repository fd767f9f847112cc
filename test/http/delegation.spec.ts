import { calendarDate, type Id, newId } from '@lib/kernel';
import { DelegateRole, EndRole } from '@lib/identity';
import { DelegationsQuery } from '@lib/reporting';
import { lookInto, type Onlooker } from './support/onlooker.js';
import { openFigures, readyToSend } from './support/figures-page.js';
import { actor } from './support/records.js';
import { send } from './support/send.js';
import { goTo } from './support/time-travel.js';
import { hiddenField, startTestApp, type TestApp } from './test-app.js';

const APPROVER = 'approver@police.example';
const OLIVE = 'officer@police.example';
const OSCAR = 'officer2@police.example';
const PAGE = '/partnerships/kingston/delegations';

describe('a colleague who approves while somebody is away', () => {
  let test: TestApp;
  let onlooker: Onlooker;
  let partnershipId: Id;
  beforeAll(async () => {
    test = await startTestApp();
    onlooker = await lookInto(test.database);
    partnershipId = (await actor(test, APPROVER)).grants[0]!.partnershipId;
    await goTo(test, '2011-07-15');
    const approver = await test.signedInAs(APPROVER);
    const { text } = await approver.get(PAGE).expect(200);
    const role = /name="lent"[^>]*value="([^"]+)"/.exec(text)![1]!;
    const oscar = /<option value="([^"]+)"[^>]*>Oscar Example/.exec(text)![1]!;
    const form = { lent: role, colleague: oscar, from: '18 7 2011', until: '22 7 2011', reason: 'On leave' };
    expect((await send(approver, PAGE, { ...form, requestKey: newId() })).status).toBe(303);
    expect((await approver.get(PAGE)).text).toContain('18 July 2011 to 22 July 2011');
  });
  afterAll(async () => {
    await onlooker.close();
    await test.close();
  });

  const rolesOn = async (day: string) => {
    await goTo(test, day);
    return (await actor(test, OSCAR)).grants.map(({ role }) => role).sort();
  };

  it('has the role from the first day to the end of the last, and not an hour longer', async () => {
    expect(await rolesOn('2011-07-17')).toEqual(['authority-officer']);
    expect(await rolesOn('2011-07-18')).toEqual(['authority-approver', 'authority-officer']);
    expect(await rolesOn('2011-07-22')).toEqual(['authority-approver', 'authority-officer']);
    expect(await rolesOn('2011-07-23')).toEqual(['authority-officer']);
  });

  it('approves under their own name what a colleague sent, and never what they entered', async () => {
    await goTo(test, '2011-07-19');
    const [olive, oscar] = [await test.signedInAs(OLIVE), await test.signedInAs(OSCAR)];
    const page = await openFigures(olive);
    await readyToSend(olive, page, '3');
    await page.save({ 0: { value: '3' } });
    const check = `${page.returnPath}/check`;
    const version = hiddenField((await olive.get(check).expect(200)).text, 'version');
    expect((await send(olive, check, { version })).status).toBe(303);
    const decision = `${page.returnPath}/decision`;
    const contentSha256 = hiddenField((await oscar.get(decision).expect(200)).text, 'contentSha256');
    const before = (await oscar.get(PAGE)).text;
    expect(before).toContain('Held by');
    expect((await send(oscar, decision, { contentSha256, decision: 'approve' })).status).toBe(303);
    expect((await olive.get(page.returnPath)).text).toContain('by Oscar Example');
  });

  it('cannot lend it on, and is told so', async () => {
    await goTo(test, '2011-07-20');
    const oscar = await actor(test, OSCAR);
    const [lent] = await onlooker.rows<{ id: Id }>(
      'select id from role_assignment where delegated_from is not null',
    );
    const olive = await actor(test, OLIVE);
    await expect(
      test.app.get(DelegateRole).execute(oscar, {
        ...{ partnershipId, assignmentId: lent!.id, toPersonId: olive.personId, reason: 'Busy' },
        ...{ from: calendarDate('2011-07-20'), until: calendarDate('2011-07-20') },
      }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is a colleague of the same authority', async () => {
    const approver = await actor(test, APPROVER);
    const { roles } = await test.app.get(DelegationsQuery).run(approver, partnershipId, test.clock.now());
    const council = await actor(test, 'officer@council.example');
    await expect(
      test.app.get(DelegateRole).execute(approver, {
        ...{ partnershipId, assignmentId: roles[0]!.id, toPersonId: council.personId, reason: 'Leave' },
        ...{ from: calendarDate('2011-07-20'), until: calendarDate('2011-07-20') },
      }),
    ).rejects.toMatchObject({ code: 'identity.delegate-to' });
    expect(roles[0]!.colleagues.some(({ id }) => id === council.personId)).toBe(false);
  });

  it('no longer holds what the one who lent it has lost', async () => {
    await goTo(test, '2011-07-21');
    const admin = await actor(test, 'admin@partnership.example');
    const [own] = await onlooker.rows<{ id: Id }>(
      `select r.id from role_assignment r join person p on p.id = r.person_id
        where p.email = $1 and r.role = 'authority-approver' and r.delegated_from is null`,
      [APPROVER],
    );
    await test.app
      .get(EndRole)
      .execute(admin, { partnershipId, assignmentId: own!.id, reason: 'Has changed jobs' });
    expect((await actor(test, OSCAR)).grants.map(({ role }) => role)).toEqual(['authority-officer']);
  });

  it('is on the audit trail', async () => {
    const auditor = await test.signedInAs('auditor@partnership.example');
    const { text } = await auditor.get('/partnerships/kingston/audit-trail').expect(200);
    expect(text).toContain(
      'lent the role Authority approver for Metropolitan Police Service to Oscar Example from 2011-07-18 to 2011-07-22: On leave',
    );
  });
});
