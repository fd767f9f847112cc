import { AcceptRecord, AssessDuty, type Fact, factsFor } from '@lib/assurance';
import { type Actor, FinancialQuarter, type Id } from '@lib/kernel';
import { RecordMeeting } from '@lib/meetings';
import {
  EvidenceQuery,
  MeetingsQuery,
  OccurrenceQuery,
  ReturnSheetQuery,
  ReturnsListQuery,
} from '@lib/reporting';
import { DecideOnReturn } from '@lib/returns';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected } from '../database/as-role.js';

describe('records that prove a duty by themselves', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let analyst: Actor;
  let auditor: Actor;
  /** The first day of the financial year in which the meetings of the demonstration were held. */
  let year: string;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    analyst = await useCases.actor('analyst@partnership.example');
    auditor = await useCases.actor('auditor@partnership.example');
    const held = (await meetings()).find(({ kind }) => kind === 'public-meeting')!.heldOn;
    year = FinancialQuarter.of(FinancialQuarter.containing(held).financialYear, 1).firstDay;
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const meetings = () => useCases.get(MeetingsQuery).run(analyst, partnershipId);
  const shown = (key: string) => useCases.get(OccurrenceQuery).run(auditor, partnershipId, key);
  const offered = async (key: string): Promise<Fact[]> => {
    const { occurrence, records } = await shown(key);
    return factsFor(occurrence, records);
  };
  const accept = (key: string, { id, contentSha256 }: Fact, by: Actor = auditor) =>
    useCases.get(AcceptRecord).execute(by, { partnershipId, occurrence: key, recordId: id, contentSha256 });
  const met = (key: string) =>
    useCases.get(AssessDuty).execute(auditor, {
      ...{
        partnershipId,
        occurrence: key,
        seen: null,
        applies: true,
        result: 'met',
        words: 'As the record says',
      },
    });

  it('are offered: the public meeting, and for each authority only where somebody senior was there', async () => {
    const [meeting] = await offered(`FIS-12-4a/strategy-group/${year}`);
    expect(meeting).toMatchObject({
      kind: 'meeting',
      name: expect.stringMatching(/^Public meeting of 9 June/),
    });
    const seats = ['council', 'police', 'fire', 'probation', 'health'];
    const counts = await Promise.all(
      seats.map(async (seat) => (await offered(`FIS-12-4b/${seat}/${year}`)).length),
    );
    expect(counts.filter((count) => count === 1)).toHaveLength(4);
    expect(counts.filter((count) => count === 0)).toHaveLength(1);
  });

  it('prove nothing until an auditor accepts one, and then the duty can be met by it', async () => {
    const key = `FIS-12-4a/strategy-group/${year}`;
    const [meeting] = (await offered(key)) as [Fact];
    await expect(met(key)).rejects.toMatchObject({ code: 'assurance.met-without-evidence' });
    await expect(accept(key, meeting, analyst)).rejects.toMatchObject({ code: 'access.not-permitted' });
    await accept(key, meeting);
    await met(key);
    const { evidence } = await shown(key);
    expect(evidence[0]!.versions[0]).toMatchObject({
      ...{ kind: 'record', recordId: meeting.id, sha256: meeting.contentSha256, state: 'accepted' },
    });
  });

  it('are accepted as they were shown, or not at all', async () => {
    const key = `FIS-12-4a/strategy-group/${year}`;
    const [meeting] = (await offered(key)) as [Fact];
    await expect(accept(key, { ...meeting, contentSha256: 'a'.repeat(64) })).rejects.toMatchObject({
      code: 'assurance.record-changed',
    });
    const { id, kind, heldOn, place, discussed } = (await meetings()).find((one) => one.id === meeting.id)!;
    await useCases.get(RecordMeeting).execute(analyst, {
      ...{
        partnershipId,
        kind,
        heldOn,
        place: `${place}, upstairs`,
        discussed,
        publicAt: null,
        attendees: [],
      },
      ...{ insteadOf: { meetingId: id, reason: 'Another room' } },
    });
    await expect(accept(key, meeting)).rejects.toMatchObject({ code: 'assurance.record-changed' });
    await expect(accept(`FIS-5/strategy-group/${year}`, meeting)).rejects.toMatchObject({
      code: 'assurance.record-changed',
    });
  });

  it('are told as moved on when they are put right after that', async () => {
    const key = `FIS-12-4a/strategy-group/${year}`;
    const [meeting] = (await offered(key)) as [Fact];
    await accept(key, meeting);
    const item = (await shown(key)).evidence[0]!;
    const movedOn = async () =>
      (await useCases.get(EvidenceQuery).run(auditor, partnershipId, item.id)).movedOn;
    expect(await movedOn()).toEqual([]);
    const { id, kind, heldOn, place, discussed } = (await meetings()).find((one) => one.id === meeting.id)!;
    await useCases.get(RecordMeeting).execute(analyst, {
      ...{
        partnershipId,
        kind,
        heldOn,
        place: `${place}, upstairs`,
        discussed,
        publicAt: null,
        attendees: [],
      },
      ...{ insteadOf: { meetingId: id, reason: 'Another room' } },
    });
    expect(await movedOn()).toEqual([item.versions[0]!.id]);
  });

  it('are an accepted return for its authority and quarter, and for no other', async () => {
    await connected(database.adminUrl, (client) =>
      client.query("update partnership set duties_since = '2010-04-01'"),
    );
    const approver = await useCases.actor('approver@police.example');
    const listed = await useCases.get(ReturnsListQuery).run(approver, partnershipId, {
      ...{ permission: 'returns.approve', states: ['approved'], order: 'newest', limit: 10 },
    });
    const returnId = listed.find(({ quarter }) => quarter.firstDay === '2010-07-01')!.id;
    const key = 'CDA-17A/police/2010-07-01';
    expect(await offered(key)).toEqual([]);
    const { decisions } = await useCases.get(ReturnSheetQuery).run(analyst, partnershipId, returnId);
    const { contentSha256 } = decisions.findLast(({ leadsTo }) => leadsTo === 'submitted')!;
    await useCases
      .get(DecideOnReturn)
      .execute(analyst, { partnershipId, returnId, action: 'accept', contentSha256 });
    expect(await offered(key)).toMatchObject([{ kind: 'return', id: returnId, contentSha256 }]);
    expect(await offered('CDA-17A/council/2010-07-01')).toEqual([]);
    expect(await offered('CDA-17A/police/2010-10-01')).toEqual([]);
    await accept(key, (await offered(key))[0]!);
    await met(key);
    const item = (await shown(key)).evidence[0]!;
    const { movedOn } = await useCases.get(EvidenceQuery).run(auditor, partnershipId, item.id);
    expect(movedOn).toEqual([]);
  });
});
