import { createHash } from 'node:crypto';
import {
  AssessDuty,
  DecideOnEvidence,
  type EvidenceContent,
  LinkEvidence,
  ReadEvidenceFile,
  RequestEvidence,
  ScanEvidence,
  SupplyEvidence,
  SupplyEvidenceVersion,
} from '@lib/assurance';
import { type ScanVerdict, VirusScanner } from '@lib/gateways';
import { type Actor, addDays, addMonths, type CalendarDate, type Id, londonDateOf, newId } from '@lib/kernel';
import { DutiesQuery, EvidenceQuery } from '@lib/reporting';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

const DUTY = { reference: 'FIS-12-4a', bearer: 'strategy-group' } as const;
const TODAY = londonDateOf(new Date());

describe('evidence on a duty', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let analyst: Actor;
  let auditor: Actor;
  let officer: Actor;
  let year: { readonly coversFrom: CalendarDate; readonly coversUntil: CalendarDate };
  let occurrence: string;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    analyst = await useCases.actor('analyst@partnership.example');
    auditor = await useCases.actor('auditor@partnership.example');
    officer = await useCases.actor('officer@police.example');
    const { records } = await useCases.get(DutiesQuery).run(analyst, partnershipId);
    year = { coversFrom: records.keptSince, coversUntil: addMonths(records.keptSince, 12) };
    occurrence = `FIS-12-4a/strategy-group/${records.keptSince}`;
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await useCases.close();
    await database.drop();
  });

  const link: EvidenceContent = { kind: 'link', link: 'https://www.example.org/minutes' };
  const version = (over: object = {}) => ({
    ...{ content: link, ...year, expiresOn: null, words: 'The minutes of the public meeting', ...over },
  });
  const supply = (over: object = {}, by: Actor = analyst) =>
    useCases.get(SupplyEvidence).execute(by, {
      ...{ partnershipId, authorityId: null, title: 'Minutes', marking: 'official', obligations: [DUTY] },
      version: version(over),
    });
  const item = async (id: Id) =>
    (await useCases.get(EvidenceQuery).run(auditor, partnershipId, id)).evidence[0]!;
  const decide = async (
    id: Id,
    action: 'takeUp' | 'accept' | 'reject' | 'withdraw',
    { by = auditor, reason = null }: { by?: Actor; reason?: string | null } = {},
  ) => {
    const versionId = (await item(id)).versions[0]!.id;
    await useCases.get(DecideOnEvidence).execute(by, { partnershipId, versionId, action, reason });
  };
  const accepted = async (over: object = {}) => {
    const id = await supply(over);
    await decide(id, 'takeUp');
    await decide(id, 'accept');
    return id;
  };
  const assess = (
    result: 'met' | 'partly-met' | 'not-met' | 'not-assessed',
    over: object = {},
    by = auditor,
  ) =>
    useCases.get(AssessDuty).execute(by, {
      ...{
        partnershipId,
        occurrence,
        seen: null,
        applies: true,
        result,
        words: 'As the minutes show',
        ...over,
      },
    });
  const standing = async () =>
    (await useCases.get(DutiesQuery).run(auditor, partnershipId)).assessments.find(
      (one) => one.occurrence === occurrence,
    );
  const file = (bytes: Buffer): EvidenceContent => ({
    ...{ kind: 'file', name: 'minutes.txt', mediaType: 'text/plain', size: bytes.length, bytes },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  /** What the scanner says from now on: the scanner itself is tried beside its client. */
  const scannerSays = (verdict: ScanVerdict) =>
    jest.spyOn(useCases.get(VirusScanner), 'scan').mockResolvedValue(verdict);

  it('is received, taken up, accepted, and then a duty can be met by it', async () => {
    await expect(assess('met')).rejects.toMatchObject({ code: 'assurance.met-without-evidence' });
    const id = await supply();
    await expect(decide(id, 'accept')).rejects.toMatchObject({ code: 'assurance.evidence-not-now' });
    await decide(id, 'takeUp');
    await expect(assess('met')).rejects.toMatchObject({ code: 'assurance.met-without-evidence' });
    await decide(id, 'accept');
    await assess('met');
    expect(await standing()).toMatchObject({ result: 'met', holds: true });
    const { moves } = (await item(id)).versions[0]!;
    expect(moves.map(({ state }) => state)).toEqual(['received', 'in-review', 'accepted']);
  });

  it.each([
    ['a day too late', (days: typeof year) => ({ coversFrom: addDays(days.coversFrom, 1) })],
    ['a day too short', (days: typeof year) => ({ coversUntil: addDays(days.coversUntil, -1) })],
    [
      'of the year before',
      (days: typeof year) => ({ coversFrom: addMonths(days.coversFrom, -12), coversUntil: days.coversFrom }),
    ],
  ])('does not make a duty met when it is %s, and partly met is still possible', async (_, over) => {
    await accepted(over(year));
    await expect(assess('met')).rejects.toMatchObject({ code: 'assurance.met-without-evidence' });
    await assess('partly-met');
    expect(await standing()).toMatchObject({ result: 'partly-met' });
  });

  it('covers a year in two parts, and not with a gap of a day between them', async () => {
    const middle = addMonths(year.coversFrom, 6);
    await accepted({ coversUntil: middle });
    const later = await accepted({ coversFrom: addDays(middle, 1) });
    await expect(assess('met')).rejects.toMatchObject({ code: 'assurance.met-without-evidence' });
    await useCases.get(SupplyEvidenceVersion).execute(analyst, {
      ...{ partnershipId, evidenceId: later, version: version({ coversFrom: middle }) },
    });
    await decide(later, 'takeUp');
    await decide(later, 'accept');
    await assess('met');
  });

  it('that is rejected or withdrawn later leaves a result that does not hold any more', async () => {
    const id = await accepted();
    await assess('met');
    await decide(id, 'reject', { reason: 'They are of another meeting' });
    expect(await standing()).toMatchObject({ result: 'met', holds: false });
    const other = await accepted();
    expect(await standing()).toMatchObject({ holds: true });
    await decide(other, 'withdraw', { by: analyst, reason: 'Put there by mistake' });
    expect(await standing()).toMatchObject({ holds: false });
  });

  it('that has expired proves nothing any more', async () => {
    const id = await accepted({ expiresOn: TODAY });
    await assess('met');
    await connected(database.adminUrl, (client) =>
      client.query(`alter table evidence_version disable trigger user;
        update evidence_version set expires_on = expires_on - 1 where evidence_id = '${id}'`),
    );
    expect(await standing()).toMatchObject({ holds: false });
    const seen = (await standing())!.id;
    await expect(assess('met', { seen })).rejects.toMatchObject({ code: 'assurance.met-without-evidence' });
  });

  it('is about many duties, from when somebody says so', async () => {
    const id = await accepted();
    const other = { reference: 'FIS-12-4c', bearer: 'strategy-group' } as const;
    const second = { occurrence: occurrence.replace('4a', '4c') };
    await expect(assess('met', second)).rejects.toMatchObject({ code: 'assurance.met-without-evidence' });
    await useCases
      .get(LinkEvidence)
      .execute(analyst, { partnershipId, evidenceId: id, obligations: [DUTY, other] });
    await assess('met', second);
    const nobody = { reference: 'FIS-9', bearer: 'strategy-group' } as const;
    await expect(
      useCases.get(LinkEvidence).execute(analyst, { partnershipId, evidenceId: id, obligations: [nobody] }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('does not apply with a justification, and then has no result', async () => {
    await expect(assess('met', { applies: false })).rejects.toMatchObject({
      code: 'assurance.assessment-not-applicable',
    });
    await assess('not-assessed', { applies: false, words: 'There was one meeting for two boroughs' });
    expect(await standing()).toMatchObject({ applies: false, result: 'not-assessed' });
  });

  it('is judged by one auditor at a time: the second one hears of the first', async () => {
    const both = await Promise.allSettled([assess('not-met'), assess('partly-met')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'assurance.assessment-changed' },
    });
  });

  it('is not judged by somebody who does the work of the partnership too', async () => {
    const id = await supply();
    const both: Actor = { ...auditor, grants: [...auditor.grants, ...officer.grants] };
    await expect(decide(id, 'takeUp', { by: both })).rejects.toMatchObject({
      code: 'assurance.not-independent',
    });
    await expect(assess('not-met', {}, both)).rejects.toMatchObject({ code: 'assurance.not-independent' });
    // The same roles in another partnership are no hindrance.
    const elsewhere = officer.grants.map((grant) => ({ ...grant, partnershipId: newId() }));
    await decide(id, 'takeUp', { by: { ...auditor, grants: [...auditor.grants, ...elsewhere] } });
  });

  it('is asked for with a day, supplied by whom it was asked of, and no more by another authority', async () => {
    const authorityId = officer.grants[0]!.authorityId!;
    const request = (over: object = {}) =>
      useCases.get(RequestEvidence).execute(analyst, {
        ...{ partnershipId, authorityId, title: 'The log', marking: 'official-sensitive' },
        ...{ obligations: [DUTY], askedFor: 'The log of the year', dueOn: TODAY, ...over },
      });
    await expect(request({ dueOn: addDays(TODAY, -1) })).rejects.toMatchObject({
      code: 'assurance.request-day',
    });
    const id = await request();
    expect(await item(id)).toMatchObject({ request: 'requested', versions: [] });
    const council = await useCases.actor('officer@council.example');
    const another = (by: Actor) =>
      useCases.get(SupplyEvidenceVersion).execute(by, { partnershipId, evidenceId: id, version: version() });
    await expect(another(council)).rejects.toMatchObject({ code: 'access.not-permitted' });
    await another(officer);
    expect(await item(id)).toMatchObject({ request: null, versions: [{ number: 1, state: 'received' }] });
  });

  it('as a file is held until it is scanned: neither opened nor taken up', async () => {
    scannerSays({ verdict: 'not-scanned', why: 'no-answer' });
    const id = await supply({ content: file(Buffer.from('The minutes')) });
    const versionId = (await item(id)).versions[0]!.id;
    const files = useCases.get(ReadEvidenceFile);
    await expect(decide(id, 'takeUp')).rejects.toMatchObject({ code: 'assurance.evidence-held' });
    await expect(files.execute(auditor, partnershipId, versionId)).rejects.toMatchObject({
      code: 'assurance.evidence-held',
    });
    scannerSays({ verdict: 'infected', signature: 'Test.Eicar' });
    expect(await useCases.get(ScanEvidence).execute(auditor, partnershipId, versionId)).toBe(false);
    await expect(files.execute(auditor, partnershipId, versionId)).rejects.toMatchObject({
      code: 'assurance.evidence-held',
    });
    scannerSays({ verdict: 'clean' });
    expect(await useCases.get(ScanEvidence).execute(auditor, partnershipId, versionId)).toBe(true);
    const opened = await files.execute(auditor, partnershipId, versionId);
    expect(opened.bytes.toString()).toBe('The minutes');
    await decide(id, 'takeUp');
  });

  it('that a scanner knows as harmful is not kept at all', async () => {
    scannerSays({ verdict: 'infected', signature: 'Test.Eicar' });
    await expect(supply({ content: file(Buffer.from('EICAR')) })).rejects.toMatchObject({
      code: 'assurance.evidence-infected',
    });
    const { evidence } = await useCases.get(EvidenceQuery).run(auditor, partnershipId);
    expect(evidence.filter(({ title }) => title === 'Minutes')).toEqual([]);
  });

  it('marked sensitive is opened by those who need it only', async () => {
    scannerSays({ verdict: 'clean' });
    const authorityId = officer.grants[0]!.authorityId;
    const id = await useCases.get(SupplyEvidence).execute(officer, {
      ...{ partnershipId, authorityId, title: 'The log', marking: 'official-sensitive', obligations: [DUTY] },
      version: version({ content: file(Buffer.from('The log')) }),
    });
    const versionId = (await item(id)).versions[0]!.id;
    const open = async (email: string) =>
      useCases.get(ReadEvidenceFile).execute(await useCases.actor(email), partnershipId, versionId);
    for (const email of ['officer@police.example', 'approver@police.example', 'analyst@partnership.example'])
      expect((await open(email)).name).toBe('minutes.txt');
    for (const email of ['officer@council.example', 'board@partnership.example', 'admin@partnership.example'])
      await expect(open(email)).rejects.toMatchObject({ kind: 'not-found' });
  });

  describe('by rights of the database alone', () => {
    type Try = (sql: string, values: unknown[]) => Promise<string | null>;
    type Do = (sql: string, values: unknown[]) => Promise<unknown>;
    const asRuntime = (work: (refused: Try, done: Do) => Promise<void>) =>
      connected(database.runtimeUrl, (client) =>
        pretending(client, { partnershipId, personId: auditor.personId }, () =>
          work(
            (sql, values) => refusalOf(client, sql, values),
            (sql, values) => client.query(sql, values),
          ),
        ),
      );
    const CHECK = '23514';
    const FORBIDDEN = '42501';
    const assessment = `insert into duty_assessment values
      ($1, $2, $3, true, 'met', 'x', $4, $5, 'law', 'words', $6, now(), null)`;

    it('a duty is not met without accepted evidence', async () => {
      const id = await supply();
      const values = () => [
        partnershipId,
        newId(),
        occurrence,
        year.coversFrom,
        year.coversUntil,
        auditor.personId,
      ];
      await asRuntime(async (refused) => {
        expect(await refused(assessment, values())).toBe(CHECK);
      });
      await decide(id, 'takeUp');
      await decide(id, 'accept');
      await asRuntime(async (refused) => {
        expect(await refused(assessment, values())).toBeNull();
      });
    });

    it('no move is skipped, nobody accepts their own, nothing is changed or deleted', async () => {
      const id = await supply();
      const versionId = (await item(id)).versions[0]!.id;
      const supersede =
        'update evidence_state set superseded_at = now() where version_id = $1 and superseded_at is null';
      const move = `insert into evidence_state values ($1, $2, $3, $4, $5, $6, $7, now(), null)`;
      const values = (state: string, by: Id) => [partnershipId, newId(), id, versionId, state, 'why', by];
      await asRuntime(async (refused, done) => {
        await done(supersede, [versionId]);
        expect(await refused(move, values('accepted', auditor.personId))).toBe(CHECK);
        await done(move, values('in-review', auditor.personId));
        await done(supersede, [versionId]);
        expect(await refused(move, values('accepted', analyst.personId))).toBe(CHECK);
        expect(await refused(move, values('accepted', auditor.personId))).toBeNull();
        for (const table of [
          'evidence',
          'evidence_version',
          'evidence_state',
          'evidence_scan',
          'evidence_file',
        ])
          expect(await refused(`delete from ${table}`, [])).toBe(FORBIDDEN);
        expect(await refused("update evidence_version set words = 'x'", [])).toBe(FORBIDDEN);
        expect(await refused("update evidence_state set state = 'accepted'", [])).toBe(FORBIDDEN);
      });
    });
  });
});
