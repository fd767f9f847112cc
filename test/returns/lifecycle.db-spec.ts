import { type Actor, Decimal, type Id } from '@lib/kernel';
import { BoardQuery, type ReturnSheet, ReturnsListQuery, ReturnSheetQuery } from '@lib/reporting';
import { counted, DecideOnReturn, type FigureEntry, SaveFigures, SubmitReturn } from '@lib/returns';
import {
  connectUseCases,
  type ConnectedUseCases,
  createTestDatabase,
  saveLookedAt,
  type TestDatabase,
} from '@lib/testing';
import { connected } from '../database/as-role.js';

const number = (value: number): FigureEntry => counted(new Decimal(value));

describe('a return in its life', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let officer: Actor;
  let colleague: Actor;
  let approver: Actor;
  let returnId: Id;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    officer = await useCases.actor('officer@police.example');
    colleague = await useCases.actor('officer2@police.example');
    approver = await useCases.actor('approver@police.example');
    const wanted = { permission: 'returns.edit', states: ['draft'], order: 'soonest-due', limit: 1 } as const;
    returnId = (await useCases.get(ReturnsListQuery).run(officer, partnershipId, wanted))[0]!.id;
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const sheet = (actor: Actor = officer): Promise<ReturnSheet> =>
    useCases.get(ReturnSheetQuery).run(actor, partnershipId, returnId);
  const save = async (actor: Actor, value: number, seenVersion?: number) => {
    const { lines, version } = await sheet();
    const entries = new Map(lines.map((line) => [line.id, number(value)] as const));
    return useCases.get(SaveFigures).execute(actor, {
      partnershipId,
      returnId,
      seenVersion: seenVersion ?? version,
      entries,
    });
  };
  /** Says a number on every line, and what is asked about it. */
  const fill = async (value: number) => {
    const { lines, version } = await sheet();
    const entries = new Map(lines.map((line) => [line.id, number(value)] as const));
    return saveLookedAt(useCases, officer, { partnershipId, returnId, seenVersion: version, entries });
  };
  const submit = async (actor: Actor = officer) =>
    useCases
      .get(SubmitReturn)
      .execute(actor, { partnershipId, returnId, seenVersion: (await sheet()).version });
  const decide = async (
    action: 'approve' | 'sendBack' | 'accept',
    actor: Actor = approver,
    comment?: string,
  ) => {
    const contentSha256 = (await sheet()).decisions.findLast(
      ({ leadsTo }) => leadsTo === 'submitted',
    )!.contentSha256;
    await useCases
      .get(DecideOnReturn)
      .execute(actor, { partnershipId, returnId, action, contentSha256, ...(comment && { comment }) });
  };
  const events = async (type: string) =>
    connected(database.adminUrl, async (client) => {
      const sql = 'select from audit_event where subject_id = $1 and type = $2';
      return (await client.query(sql, [returnId, type])).rowCount;
    });

  it('of two people who save from one version lets one win', async () => {
    const { version } = await sheet();
    const results = await Promise.allSettled([save(officer, 1, version), save(colleague, 2, version)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'returns.changed-meanwhile' },
    });
    const after = await sheet();
    expect(after.version).toBe(version + 1);
    expect(new Set(after.lines.map(({ enteredBy }) => enteredBy)).size).toBe(1);
    expect(await events('FiguresSaved')).toBe(1);
  });

  it('of fifty saves at once lets one win, forty-nine be told, and none be lost', async () => {
    const { version } = await sheet();
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, value) => save(officer, value, version)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await events('FiguresSaved')).toBe(1);
  });

  it('is sent once, however often and by whom it is sent at once', async () => {
    const version = await fill(5);
    const send = (actor: Actor) =>
      useCases.get(SubmitReturn).execute(actor, { partnershipId, returnId, seenVersion: version });
    const results = await Promise.allSettled([officer, colleague, officer, colleague].map(send));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await events('ReturnSubmitted')).toBe(1);
    expect((await sheet()).decisions).toHaveLength(1);
  });

  it('is decided once, when two approvers decide differently at once', async () => {
    await fill(5);
    await submit();
    const results = await Promise.allSettled([decide('approve'), decide('sendBack', approver, 'No')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await events('ReturnApproved'))! + (await events('ReturnSentBack'))!).toBe(1);
  });

  it('comes back, is corrected, and keeps what was sent the first time', async () => {
    await fill(5);
    await submit();
    await decide('sendBack', approver, 'Count March again');
    expect(await sheet()).toMatchObject({ state: 'returned' });
    const { lines, version } = await sheet();
    await useCases.get(SaveFigures).execute(colleague, {
      partnershipId,
      returnId,
      seenVersion: version,
      entries: new Map([[lines[0]!.id, number(6)]]),
      answers: new Map([[lines[0]!.id, 'One more was found']]),
    });
    await submit();
    await decide('approve');
    const stored = await connected(database.adminUrl, async (client) => {
      const sql = `select value::int, superseded_at is null as stands, supersedes_id is not null as corrects
                     from figure where line_id = $1 order by recorded_at`;
      return (await client.query(sql, [lines[0]!.id])).rows as unknown;
    });
    expect(stored).toEqual([
      { value: 5, stands: false, corrects: false },
      { value: 6, stands: true, corrects: true },
    ]);
    // Of eight lines only the corrected one was recorded anew.
    const all = await connected(database.adminUrl, (client) =>
      client.query('select from figure f join return_line l on l.id = f.line_id where l.return_id = $1', [
        returnId,
      ]),
    );
    expect(all.rowCount).toBe(lines.length + 1);
  });

  it('counts on the board from its approval on, and not before', async () => {
    const board = async () => {
      const member = await useCases.actor('board@partnership.example');
      const figures = await useCases.get(BoardQuery).run(member, partnershipId, 2011, (await sheet()).dueOn);
      return figures!.measures.find(({ slug }) => slug === 'serious-acquisitive-crime')!.facts.yearToDate;
    };
    await fill(5);
    await submit();
    expect(await board()).toBeNull();
    await decide('approve');
    expect(await board()).toBe(20);
  });

  it('does not count while it waits, when another authority’s approval has the year worked out', async () => {
    await fill(5);
    await submit();
    const police = returnId;
    const council = await useCases.actor('officer@council.example');
    const wanted = { permission: 'returns.edit', states: ['draft'], order: 'soonest-due', limit: 1 } as const;
    returnId = (await useCases.get(ReturnsListQuery).run(council, partnershipId, wanted))[0]!.id;
    const { lines, version } = await sheet(council);
    const entries = new Map(lines.map((line) => [line.id, number(70)] as const));
    const said = { partnershipId, returnId, seenVersion: version, entries };
    const seenVersion = await saveLookedAt(useCases, council, said);
    await useCases.get(SubmitReturn).execute(council, { partnershipId, returnId, seenVersion });
    const councilApprover = await useCases.actor('approver@council.example');
    const { decisions } = await sheet(councilApprover);
    await useCases.get(DecideOnReturn).execute(councilApprover, {
      partnershipId,
      returnId,
      action: 'approve',
      contentSha256: decisions.at(-1)!.contentSha256,
    });
    const member = await useCases.actor('board@partnership.example');
    const board = await useCases
      .get(BoardQuery)
      .run(member, partnershipId, 2011, (await sheet(council)).dueOn);
    const counted = new Map(board!.measures.map(({ slug, facts }) => [slug, facts.yearToDate]));
    expect(counted.get('antisocial-behaviour-reports')).toBe(70);
    expect(counted.get('robbery')).toBeNull();
    returnId = police;
  });

  it('is accepted by the analyst after it is approved, and by nobody else', async () => {
    await fill(5);
    await submit();
    const analyst = await useCases.actor('analyst@partnership.example');
    await expect(decide('accept', analyst)).rejects.toMatchObject({ code: 'returns.not-now' });
    await expect(decide('accept', approver)).rejects.toMatchObject({ code: 'access.not-permitted' });
    await decide('approve');
    await decide('accept', analyst);
    expect(await sheet()).toMatchObject({ state: 'accepted' });
  });

  it('does not exist for an officer of another authority', async () => {
    const council = await useCases.actor('officer@council.example');
    await expect(sheet(council)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(save(council, 1)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
