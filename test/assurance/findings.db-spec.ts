import {
  BeginWorkpaper,
  DecideOnEvidence,
  type FindingSubject,
  MoveFinding,
  type MoveFindingCommand,
  RaiseFinding,
  SupplyEvidence,
} from '@lib/assurance';
import { type Actor, addDays, addMonths, FinancialQuarter, type Id, londonDateOf, newId } from '@lib/kernel';
import { DutiesQuery, EvidenceQuery, FindingsQuery, WorkpapersQuery } from '@lib/reporting';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

const TODAY = londonDateOf(new Date());
const NO_ACTION = { response: 'not-agreed', action: null } as const;
const ACTION = {
  response: 'agreed',
  action: { what: 'Add the dates', owner: 'The analyst', dueOn: addDays(TODAY, 30) },
} as const;

type Step = Omit<MoveFindingCommand, 'partnershipId' | 'findingId' | 'seen' | 'words'>;

describe('a finding', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let analyst: Actor;
  let auditor: Actor;
  let approver: Actor;
  let policeId: Id;
  let duty: FindingSubject;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    analyst = await useCases.actor('analyst@partnership.example');
    auditor = await useCases.actor('auditor@partnership.example');
    approver = await useCases.actor('approver@police.example');
    policeId = approver.grants[0]!.authorityId!;
    const { records } = await useCases.get(DutiesQuery).run(analyst, partnershipId);
    duty = { kind: 'duty', occurrence: `FIS-12-4a/strategy-group/${records.keptSince}` };
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const raise = (over: object = {}, by = auditor) =>
    useCases.get(RaiseFinding).execute(by, {
      ...{ partnershipId, on: duty, title: 'No dates', found: 'None', expected: 'Dates' },
      ...{ recommendation: 'Add them', rating: 'high', authorityId: null, answerBy: TODAY, ...over },
    });
  const read = async (id: Id) =>
    (await useCases.get(FindingsQuery).run(auditor, partnershipId, id)).findings[0]!;
  const move = async (findingId: Id, step: Step, by: Actor, over: object = {}) => {
    const seen = (await read(findingId)).entries.length;
    const command = { partnershipId, findingId, seen, words: 'As agreed', ...step, ...over };
    await useCases.get(MoveFinding).execute(by, command as MoveFindingCommand);
  };
  const answer = (id: Id, given: object = ACTION, by = analyst) =>
    move(id, { action: 'answer', answer: given } as Step, by);

  it('is raised, answered, done, sent back, done again, closed and opened again', async () => {
    const id = await raise();
    await answer(id);
    await move(id, { action: 'reportDone' }, analyst);
    await move(id, { action: 'sendBack' }, auditor);
    await move(id, { action: 'reportDone' }, analyst);
    await move(id, { action: 'close' }, auditor);
    await move(id, { action: 'reopen', answerBy: TODAY } as Step, auditor);
    const { state, entries } = await read(id);
    expect(state).toBe('raised');
    expect(entries.map((one) => one.move)).toEqual([
      ...['raise', 'answer', 'reportDone', 'sendBack', 'reportDone', 'close', 'reopen'],
    ]);
    expect(entries[1]).toMatchObject({
      ...{ response: 'agreed', action: 'Add the dates', actionOwner: 'The analyst', by: analyst.name },
      dueOn: addDays(TODAY, 30),
    });
  });

  it('is closed without an action where none was agreed, and not before an agreed one is done', async () => {
    const agreed = await raise();
    await expect(move(agreed, { action: 'close' }, auditor)).rejects.toMatchObject({
      code: 'assurance.finding-not-now',
    });
    await answer(agreed);
    await expect(move(agreed, { action: 'close' }, auditor)).rejects.toMatchObject({
      code: 'assurance.finding-not-now',
    });
    const disputed = await raise();
    await answer(disputed, NO_ACTION);
    await expect(move(disputed, { action: 'reportDone' }, analyst)).rejects.toMatchObject({
      code: 'assurance.finding-not-now',
    });
    await move(disputed, { action: 'close' }, auditor);
    expect((await read(disputed)).state).toBe('closed');
  });

  it('is withdrawn with a reason, and then nothing follows', async () => {
    const id = await raise();
    await expect(move(id, { action: 'withdraw' }, auditor, { words: ' ' })).rejects.toMatchObject({
      code: 'assurance.finding-words',
    });
    await move(id, { action: 'withdraw' }, auditor);
    await expect(answer(id)).rejects.toMatchObject({ code: 'assurance.finding-not-now' });
  });

  it.each([
    ['an action where it is not agreed', { ...NO_ACTION, action: ACTION.action }, 'action-not-agreed'],
    ['no action where it is agreed', { ...ACTION, action: null }, 'action-missing'],
    ['an action of nobody', { ...ACTION, action: { ...ACTION.action, owner: ' ' } }, 'action-missing'],
    [
      'a day that is past',
      { ...ACTION, action: { ...ACTION.action, dueOn: addDays(TODAY, -1) } },
      'action-day',
    ],
  ])('is not answered with %s', async (_, given, code) => {
    await expect(answer(await raise(), given)).rejects.toMatchObject({ code: `assurance.${code}` });
  });

  it('is answered by who is asked: an authority by its approver or the analyst, the partnership by the analyst', async () => {
    const council = await useCases.actor('approver@council.example');
    const ofPolice = await raise({ authorityId: policeId });
    await expect(answer(ofPolice, ACTION, council)).rejects.toMatchObject({ code: 'access.not-permitted' });
    await answer(ofPolice, ACTION, approver);
    await move(ofPolice, { action: 'reportDone' }, analyst);
    const ofPartnership = await raise();
    await expect(answer(ofPartnership, ACTION, approver)).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
    for (const by of [auditor, await useCases.actor('officer@police.example')])
      await expect(answer(ofPartnership, ACTION, by)).rejects.toMatchObject({ code: 'access.not-permitted' });
  });

  it('is raised and closed by auditors only, who do nothing else here', async () => {
    const id = await raise();
    await answer(id, NO_ACTION);
    const both: Actor = { ...auditor, grants: [...auditor.grants, ...approver.grants] };
    await expect(raise({}, both)).rejects.toMatchObject({ code: 'assurance.not-independent' });
    await expect(move(id, { action: 'close' }, both)).rejects.toMatchObject({
      code: 'assurance.not-independent',
    });
    for (const by of [analyst, approver, await useCases.actor('admin@partnership.example')]) {
      await expect(raise({}, by)).rejects.toMatchObject({ code: 'access.not-permitted' });
      await expect(move(id, { action: 'close' }, by)).rejects.toMatchObject({ code: 'access.not-permitted' });
    }
  });

  it('is on a version of evidence, a figure of a sample or an occurrence, and on nothing that is not there', async () => {
    const workpaperId = await useCases.get(BeginWorkpaper).execute(auditor, {
      ...{ partnershipId, objective: 'Whether they agree', sampleSize: 1, seed: '1' },
      ...{ firstQuarter: FinancialQuarter.of(2010, 1), lastQuarter: FinancialQuarter.of(2010, 1) },
    });
    const [workpaper] = await useCases.get(WorkpapersQuery).run(auditor, partnershipId, workpaperId);
    const { population, figures } = workpaper!;
    const figureId = figures[0]!.figure.id;
    const ofSample = await raise({ on: { kind: 'figure', figureId, workpaperId } });
    expect((await read(ofSample)).on).toMatchObject({
      kind: 'figure',
      workpaperId,
      figure: { id: figureId },
    });
    const other = population.find((one) => one !== figureId)!;
    await raise({ on: { kind: 'figure', figureId: other, workpaperId: null } });

    const { evidence } = await useCases.get(EvidenceQuery).run(auditor, partnershipId);
    const [version] = evidence.flatMap(({ versions }) => versions);
    const onEvidence = await raise({ on: { kind: 'evidence', versionId: version!.id } });
    expect((await read(onEvidence)).on).toMatchObject({ kind: 'evidence', versionId: version!.id });

    for (const on of [
      { kind: 'figure', figureId: other, workpaperId },
      { kind: 'figure', figureId: newId(), workpaperId: null },
      { kind: 'figure', figureId: 'x', workpaperId: null },
      { kind: 'evidence', versionId: newId() },
      { kind: 'duty', occurrence: 'FIS-9/strategy-group/2026-04-01' },
    ])
      await expect(raise({ on })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(raise({ authorityId: newId() })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(raise({ answerBy: addDays(TODAY, -1) })).rejects.toMatchObject({
      code: 'assurance.finding-day',
    });
  });

  it('has the next number, also when several are raised at the same moment', async () => {
    const before = (await useCases.get(FindingsQuery).run(auditor, partnershipId)).findings.length;
    await Promise.all(Array.from({ length: 5 }, () => raise()));
    const { findings } = await useCases.get(FindingsQuery).run(auditor, partnershipId);
    expect(findings.map(({ number }) => number)).toEqual(
      Array.from({ length: before + 5 }, (_, index) => index + 1),
    );
  });

  it('is answered by one of two who do so at the same moment, and moved by who saw the last word only', async () => {
    const id = await raise({ authorityId: policeId });
    const both = await Promise.allSettled([answer(id, ACTION, approver), answer(id, NO_ACTION, analyst)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'conflict', code: 'assurance.finding-not-now' },
    });
    const other = await raise();
    await answer(other);
    await move(other, { action: 'reportDone' }, analyst);
    await move(other, { action: 'sendBack' }, auditor);
    await move(other, { action: 'reportDone' }, analyst);
    await expect(move(other, { action: 'close' }, auditor, { seen: 3 })).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'assurance.finding-changed' },
    });
  });

  it('leaves a result on evidence as it is: evidence is rejected in its own review', async () => {
    const year = addMonths(TODAY, 12);
    const evidenceId = await useCases.get(SupplyEvidence).execute(analyst, {
      ...{ partnershipId, authorityId: null, title: 'Minutes', marking: 'official' },
      obligations: [{ reference: 'FIS-12-4a', bearer: 'strategy-group' }],
      version: {
        content: { kind: 'link', link: 'https://www.example.org/minutes' },
        ...{ coversFrom: TODAY, coversUntil: year, expiresOn: null, words: 'The minutes' },
      },
    });
    const item = async () =>
      (await useCases.get(EvidenceQuery).run(auditor, partnershipId, evidenceId)).evidence[0]!;
    const versionId = (await item()).versions[0]!.id;
    for (const action of ['takeUp', 'accept'] as const)
      await useCases
        .get(DecideOnEvidence)
        .execute(auditor, { partnershipId, versionId, action, reason: null });
    await raise({ on: { kind: 'evidence', versionId } });
    expect((await item()).versions[0]).toMatchObject({ state: 'accepted' });
  });

  describe('by rights of the database alone', () => {
    const CHECK = '23514';
    const FORBIDDEN = '42501';
    const TWICE = '23505';
    const asRuntime = (
      work: (
        refused: (sql: string, values?: unknown[]) => Promise<string | null>,
        done: (sql: string, values?: unknown[]) => Promise<unknown>,
      ) => Promise<void>,
    ) =>
      connected(database.runtimeUrl, (client) =>
        pretending(client, { partnershipId, personId: auditor.personId }, () =>
          work(
            (sql, values) => refusalOf(client, sql, values),
            (sql, values) => client.query(sql, values),
          ),
        ),
      );
    const ENTRY = `insert into assurance_finding_entry
      (partnership_id, id, finding_id, number, move, state, words, response, action, action_owner, due_on, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, $6, 'x', $7, $8, $8, $9, $10, now())`;

    it('no move is skipped, none is made twice, nothing is changed or deleted', async () => {
      const id = await raise();
      const entry = (number: number, how: string, state: string, response: string | null = null) => {
        const agreed = response === 'agreed';
        return [
          ...[partnershipId, newId(), id, number, how, state, response, agreed ? 'x' : null],
          ...[agreed || how === 'reopen' ? TODAY : null, auditor.personId],
        ];
      };
      await asRuntime(async (refused, done) => {
        expect(await refused(ENTRY, entry(2, 'close', 'closed'))).toBe(CHECK);
        expect(await refused(ENTRY, entry(2, 'reportDone', 'done'))).toBe(CHECK);
        expect(await refused(ENTRY, entry(3, 'answer', 'answered', 'agreed'))).toBe(CHECK);
        expect(await refused(ENTRY, entry(2, 'answer', 'closed', 'agreed'))).toBe(CHECK);
        expect(await refused(ENTRY, entry(2, 'answer', 'answered'))).toBe(CHECK);
        await done(ENTRY, entry(2, 'answer', 'answered', 'agreed'));
        expect(await refused(ENTRY, entry(2, 'answer', 'answered', 'agreed'))).toBe(TWICE);
        expect(await refused(ENTRY, entry(3, 'close', 'closed'))).toBe(CHECK);
        await done(ENTRY, entry(3, 'reportDone', 'done'));
        await done(ENTRY, entry(4, 'close', 'closed'));
        expect(await refused(ENTRY, entry(5, 'reopen', 'answered'))).toBe(CHECK);
        await done(ENTRY, entry(5, 'reopen', 'raised'));
        await done(ENTRY, entry(6, 'answer', 'answered', 'not-agreed'));
        // The action that was agreed before it was opened again is no action any more.
        expect(await refused(ENTRY, entry(7, 'reportDone', 'done'))).toBe(CHECK);
        expect(await refused(ENTRY, entry(7, 'close', 'closed'))).toBeNull();
        for (const table of ['assurance_finding', 'assurance_finding_entry']) {
          expect(await refused(`delete from ${table}`)).toBe(FORBIDDEN);
          expect(await refused(`update ${table} set number = number`)).toBe(FORBIDDEN);
        }
      });
    });

    it('findings are numbered without a gap', async () => {
      const id = await raise();
      const { number } = await read(id);
      const copy = `insert into assurance_finding
        select (jsonb_populate_record(f, jsonb_build_object('id', $2::uuid, 'number', $3::integer))).*
          from assurance_finding f where f.id = $1`;
      await asRuntime(async (refused) => {
        expect(await refused(copy, [id, newId(), number + 2])).toBe(CHECK);
        expect(await refused(copy, [id, newId(), number])).toBe(TWICE);
        expect(await refused(copy, [id, newId(), number + 1])).toBeNull();
      });
    });
  });
});
