import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, addDays, calendarDate, contentHash, type Id, londonDateOf, newId } from '@lib/kernel';
import { RecordMeeting, type RecordMeetingCommand, WithdrawMeeting } from '@lib/meetings';
import { NameNominee, PartnershipDirectory, WithdrawNominee } from '@lib/partnerships';
import { UnitOfWork } from '@lib/persistence';
import { BeginRevision, RecordSummaryPublished, WithdrawPublishedSummary } from '@lib/plans';
import {
  AsAt,
  MeetingsQuery,
  NomineesQuery,
  PlanQuery,
  provingRecords,
  type ProvingRecords,
} from '@lib/reporting';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

const COUNCIL = 'Royal Borough of Kingston upon Thames';
const POLICE = 'Metropolitan Police Service';
const TODAY = londonDateOf(new Date());

/** What the records of the demonstration prove, and what becomes of that when they are put right or taken back. */
describe('records that prove duties by themselves', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let analyst: Actor;
  let council: Id;
  let police: Id;
  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    analyst = await useCases.actor('analyst@partnership.example');
    const idOf = (name: string) =>
      useCases.get(PartnershipDirectory).authorityNamed(analyst, partnershipId, name);
    [council, police] = [await idOf(COUNCIL), await idOf(POLICE)];
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const proving = (asAt = AsAt.now): Promise<ProvingRecords> =>
    useCases.get(UnitOfWork).read(analyst, partnershipId, (tx) => provingRecords(tx, partnershipId, asAt));
  const write = (change: Partial<RecordMeetingCommand> = {}, by = analyst) =>
    useCases.get(RecordMeeting).execute(by, {
      ...{ partnershipId, kind: 'public-meeting', heldOn: TODAY, place: 'The Guildhall' },
      ...{ discussed: 'Burglary', publicAt: null, insteadOf: null },
      attendees: [{ authorityId: council, name: 'Delia Example', post: 'Director', isSenior: true }],
      ...change,
    });
  const name = (person: string | null, from: string, seen: Id | null, authorityId = police) =>
    useCases.get(NameNominee).execute(analyst, {
      ...{ partnershipId, authorityId, fromOn: calendarDate(from), seen },
      nominee: person === null ? null : { name: person, post: 'Inspector' },
    });
  const newestOf = async (authorityId: Id) => {
    const { onDay } = await useCases.get(NomineesQuery).run(analyst, partnershipId, TODAY);
    return onDay.find(({ id }) => id === authorityId)!;
  };
  /** A moment that lies between what was done and what is done next. */
  const moment = async () => {
    await sleep(5);
    const now = new Date();
    await sleep(5);
    return now;
  };
  const whichWon = (results: readonly PromiseSettledResult<unknown>[]) =>
    results
      .map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code))
      .sort();
  const events = (type: string) =>
    connected(database.adminUrl, async (client) => {
      const sql = 'select content from audit_event where type = $1 order by seq';
      const { rows } = await client.query<{ content: string }>(sql, [type]);
      return rows.map(({ content }) => (JSON.parse(content) as { data: object }).data);
    });

  it('say of a public meeting who was there for each seat, and that one was not there in a senior position', async () => {
    const { meetings } = await proving();
    const publicMeeting = meetings.find(({ kind }) => kind === 'public-meeting');
    const strategyGroup = meetings.find(({ kind }) => kind === 'strategy-group');
    expect(publicMeeting!.heldOn.slice(5)).toBe('06-09');
    expect(publicMeeting!.seats.map(({ seat, attended, senior }) => [seat, attended, senior])).toEqual([
      ['fire', 1, 1],
      ['police', 1, 1],
      ['health', 1, 1],
      ['probation', 1, 0],
      ['council', 2, 1],
    ]);
    expect(strategyGroup!.seats.find(({ seat }) => seat === 'health')).toMatchObject({
      attended: 0,
      senior: 0,
    });
  });

  it('are pinned by what they say, in a text that any program can hash', async () => {
    const { meetings, nominees, summaries } = await proving();
    for (const { content, contentSha256 } of [...meetings, ...nominees, ...summaries])
      expect(contentSha256).toBe(contentHash(JSON.parse(content) as object & Record<string, string>));
    expect(JSON.parse(summaries[0]!.content)).toEqual({
      ...{ record: 'published-summary', plan: 'Kingston priorities for 2010/11', version: '1' },
      ...{ publishedOn: '2010-04-06', forms: 'Web page, leaflet, easy read' },
      publicAt: 'https://www.safer-kingston.example/plan/summary-2010-11',
    });
    const sunil = nominees.find((one) => one.name === 'Sunil Example')!;
    expect(JSON.parse(sunil.content)).toEqual({
      ...{ record: 'nominee', seat: 'police', authority: POLICE, from: '2026-02-16' },
      ...{ name: 'Sunil Example', post: 'Inspector, Partnerships' },
    });
    expect(meetings.some(({ content }) => content.includes('"isSenior":false'))).toBe(true);
  });

  it('say which plan versions were adopted, with the hash that the adoption recorded', async () => {
    const { planVersions, summaries } = await proving();
    expect(planVersions).toMatchObject([
      { number: 1, adoptedOn: '2010-03-31', inForceFrom: '2010-04-01', inForceUntil: null },
    ]);
    const [adoption] = await events('PlanVersionAdopted');
    expect(adoption).toMatchObject({ contentSha256: planVersions[0]!.contentSha256 });
    expect(planVersions[0]!.contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(summaries[0]!.versionId).toBe(planVersions[0]!.id);
  });

  it('keep a meeting that is put right, which proves nothing any more and did so before', async () => {
    const first = await write();
    const before = await moment();
    const insteadOf = { meetingId: first, reason: ' The police were there as well ' };
    const attendees = [council, police].map((authorityId) => ({
      ...{ authorityId, name: 'Vera Example', post: 'Director', isSenior: true },
    }));
    const second = await write({ insteadOf, attendees });
    const seatsOf = (known: ProvingRecords, id: Id) =>
      known.meetings.find((one) => one.id === id)?.seats.filter(({ senior }) => senior > 0).length;
    expect([seatsOf(await proving(), first), seatsOf(await proving(), second)]).toEqual([undefined, 2]);
    const then = await proving(AsAt.before(before));
    expect([seatsOf(then, first), seatsOf(then, second)]).toEqual([1, undefined]);

    const query = useCases.get(MeetingsQuery);
    expect(await query.one(analyst, partnershipId, first)).toMatchObject({
      stands: false,
      correctedBy: second,
    });
    expect(await query.one(analyst, partnershipId, second)).toMatchObject({
      ...{ stands: true, insteadOf: first, reason: 'The police were there as well', correctedBy: null },
    });
    expect((await events('MeetingRecorded')).at(-1)).toMatchObject({
      ...{ insteadOf: first, reason: 'The police were there as well' },
      attendees: [{ authority: COUNCIL }, { authority: POLICE, name: 'Vera Example', senior: 'yes' }],
    });
  });

  it('let one of two people at once put a meeting right or take it back, and tell the other', async () => {
    const first = await write();
    const insteadOf = { meetingId: first, reason: 'Another day' };
    const withdrawal = { partnershipId, meetingId: first, reason: 'Another borough' };
    await Promise.all([1, 2, 3].map(() => proving()));
    const results = await Promise.allSettled([
      write({ insteadOf, place: 'Online' }),
      write({ insteadOf, place: 'The library' }),
      useCases.get(WithdrawMeeting).execute(analyst, withdrawal),
    ]);
    expect(whichWon(results)).toEqual(['done', 'meetings.changed-meanwhile', 'meetings.changed-meanwhile']);
  });

  it('refuse a meeting by somebody who may not record, of a day to come, and for an authority of another day', async () => {
    const officer = await useCases.actor('officer@police.example');
    await expect(write({}, officer)).rejects.toMatchObject({ kind: 'forbidden' });
    const refused = (change: Partial<RecordMeetingCommand>, code: string) =>
      expect(write(change)).rejects.toMatchObject({ code });
    await refused({ heldOn: addDays(TODAY, 1) }, 'meetings.to-come');
    await refused({ heldOn: calendarDate('2010-03-31') }, 'meetings.not-an-authority');
    await refused({ insteadOf: { meetingId: newId(), reason: 'Wrong' } }, 'not-found');
    await refused({ insteadOf: { meetingId: 'x', reason: 'Wrong' } }, 'not-found');
    await refused({ insteadOf: { meetingId: newId(), reason: ' ' } }, 'meetings.reason');
    const withdraw = useCases.get(WithdrawMeeting);
    const meetingId = await write();
    await expect(withdraw.execute(officer, { partnershipId, meetingId, reason: 'No' })).rejects.toMatchObject(
      {
        kind: 'forbidden',
      },
    );
    await expect(withdraw.execute(analyst, { partnershipId, meetingId, reason: ' ' })).rejects.toMatchObject({
      code: 'meetings.reason',
    });
  });

  it('are not changed in the database, and nobody is added to a meeting later', async () => {
    const id = await write();
    const asRuntime = (sql: string, values: unknown[] = []) =>
      connected(database.runtimeUrl, (client) =>
        pretending(client, { partnershipId, personId: analyst.personId }, () =>
          refusalOf(client, sql, values),
        ),
      );
    expect(await asRuntime("update meeting set place = 'Elsewhere' where id = $1", [id])).toBe('42501');
    expect(await asRuntime('delete from meeting where id = $1', [id])).toBe('42501');
    expect(
      await asRuntime(
        `insert into meeting_attendee (partnership_id, meeting_id, number, authority_id, name, post, is_senior)
         values (current_partnership(), $1, 2, $2, 'Late Example', 'Director', true)`,
        [id, police],
      ),
    ).toBe('42501');
    expect(await asRuntime('update meeting_attendee set is_senior = true')).toBe('42501');
    expect(await asRuntime("update nominee set name = 'Vera Example'")).toBe('42501');
    expect(await asRuntime("update published_summary set forms = 'Film'")).toBe('42501');
    // The owner can end a record once, and nothing else.
    await connected(database.adminUrl, async (client) => {
      await client.query('begin');
      for (const sql of [
        "update meeting set discussed = 'Nothing'",
        'delete from meeting_attendee',
        'update nominee set superseded_at = null',
        'truncate published_summary',
      ])
        expect([sql, await refusalOf(client, sql)]).toEqual([sql, '42501']);
      await client.query('rollback');
    });
  });

  it('end a nominee when the next one begins, say that nobody is, and take a mistake back', async () => {
    const sunil = (await newestOf(police)).newest;
    const before = await moment();
    const nobody = await name(null, '2026-09-01', sunil);
    const vera = await name(' Vera Example ', '2026-10-01', nobody);
    const times = (known: ProvingRecords) =>
      known.nominees.filter(({ seat }) => seat === 'police').map((one) => [one.name, one.from, one.until]);
    expect(times(await proving())).toEqual([
      ['Vera Example', '2026-10-01', null],
      [null, '2026-09-01', '2026-10-01'],
      ['Sunil Example', '2026-02-16', '2026-09-01'],
      ['Sam Example', '2024-04-01', '2026-02-16'],
    ]);
    const onDay = async (day: string) =>
      (await useCases.get(NomineesQuery).run(analyst, partnershipId, calendarDate(day))).onDay.find(
        ({ id }) => id === police,
      )!.nominee?.name;
    expect([await onDay('2026-08-31'), await onDay('2026-09-30'), await onDay('2026-10-01')]).toEqual([
      'Sunil Example',
      undefined,
      'Vera Example',
    ]);
    const reason = 'Nobody left';
    await useCases.get(WithdrawNominee).execute(analyst, { partnershipId, nomineeId: nobody, reason });
    expect(times(await proving()).slice(0, 2)).toEqual([
      ['Vera Example', '2026-10-01', null],
      ['Sunil Example', '2026-02-16', '2026-10-01'],
    ]);
    expect(times(await proving(AsAt.before(before)))[0]).toEqual(['Sunil Example', '2026-02-16', null]);
    await expect(
      useCases.get(WithdrawNominee).execute(analyst, { partnershipId, nomineeId: nobody, reason }),
    ).rejects.toMatchObject({ code: 'not-found' });
    // For the same day another takes the place.
    await name('Una Example', '2026-10-01', vera);
    expect(times(await proving())[0]).toEqual(['Una Example', '2026-10-01', null]);
    expect((await events('NomineeNamed')).at(-1)).toEqual({
      ...{ authority: POLICE, name: 'Una Example', post: 'Inspector', from: '2026-10-01' },
    });
  });

  it('end a nominee when the authority leaves the partnership', async () => {
    const trust = 'NHS Kingston (primary care trust)';
    const id = await useCases.get(PartnershipDirectory).authorityNamed(analyst, partnershipId, trust);
    await name('Tess Example', '2012-04-01', null, id);
    const { nominees } = await proving();
    expect(nominees.find(({ authority }) => authority === trust)).toMatchObject({
      ...{ seat: 'health', from: '2012-04-01', until: '2013-04-01' },
    });
    await expect(name('Tess Example', '2013-04-01', null, id)).rejects.toMatchObject({
      code: 'partnerships.nominee-day',
    });
  });

  it('refuse a nomination by somebody who may not record, without a post, or that did not see the one before', async () => {
    const { newest } = await newestOf(police);
    const officer = await useCases.actor('officer@police.example');
    const command = {
      ...{ partnershipId, authorityId: police, fromOn: TODAY, seen: newest },
      nominee: { name: 'Vera Example', post: 'Inspector' },
    };
    const nameNominee = useCases.get(NameNominee);
    const refused = (change: object, wanted: object, by = analyst) =>
      expect(nameNominee.execute(by, { ...command, ...change })).rejects.toMatchObject(wanted);
    await refused({}, { kind: 'forbidden' }, officer);
    await refused({ nominee: { name: 'Vera', post: ' ' } }, { code: 'partnerships.nominee-words' });
    await refused({ nominee: { name: 'x'.repeat(201), post: 'P' } }, { code: 'partnerships.nominee-words' });
    await refused({ authorityId: newId() }, { code: 'not-found' });
    await refused({ authorityId: 'x' }, { code: 'not-found' });
    await refused({ seen: null }, { code: 'partnerships.nominee-changed-meanwhile' });
    // Eight people at once, who all saw the one before; each has a connection by then.
    await Promise.all(Array.from({ length: 8 }, () => newestOf(police)));
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, number) =>
        nameNominee.execute(analyst, {
          ...{ ...command, fromOn: addDays(TODAY, number) },
          nominee: { name: `Vera ${number} Example`, post: 'Inspector' },
        }),
      ),
    );
    expect(whichWon(results)).toEqual([
      'done',
      ...Array.from({ length: 7 }, () => 'partnerships.nominee-changed-meanwhile'),
    ]);
  });

  it('refuse a summary of a draft, before the adoption, to come, or without an address; and take one back', async () => {
    const { sheet } = await useCases
      .get(PlanQuery)
      .run(analyst, partnershipId, { on: calendarDate('2026-11-23') });
    const versionId = sheet!.version.id;
    const command = {
      ...{ partnershipId, versionId, publishedOn: calendarDate('2010-05-01'), forms: 'Film' },
      publicAt: 'https://www.kingston.example/film',
    };
    const record = useCases.get(RecordSummaryPublished);
    const refused = (change: object, wanted: object, by = analyst) =>
      expect(record.execute(by, { ...command, ...change })).rejects.toMatchObject(wanted);
    await refused({}, { kind: 'forbidden' }, await useCases.actor('officer@police.example'));
    await refused({ publishedOn: calendarDate('2010-03-30') }, { code: 'plans.summary-before-adoption' });
    await refused({ publishedOn: addDays(TODAY, 1) }, { code: 'plans.summary-to-come' });
    await refused({ publicAt: 'www.kingston.example' }, { code: 'plans.summary-public-at' });
    await refused({ forms: ' ' }, { code: 'plans.summary-forms' });
    await refused({ versionId: newId() }, { code: 'not-found' });
    const draft = await useCases.get(BeginRevision).execute(analyst, partnershipId);
    await refused({ versionId: draft }, { code: 'plans.summary-of-draft' });

    const summaryId = await record.execute(analyst, command);
    const standing = await moment();
    const withdrawal = { partnershipId, summaryId, reason: 'It is not there' };
    await useCases.get(WithdrawPublishedSummary).execute(analyst, withdrawal);
    const ids = async (asAt?: AsAt) => (await proving(asAt)).summaries.map(({ id }) => id);
    expect(await ids()).not.toContain(summaryId);
    expect(await ids(AsAt.before(standing))).toContain(summaryId);
    await expect(useCases.get(WithdrawPublishedSummary).execute(analyst, withdrawal)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await events('PublishedSummaryWithdrawn')).toMatchObject([{ reason: 'It is not there' }]);
  });
});
