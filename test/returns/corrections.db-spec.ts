import { type Actor, calendarDate, Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import { BoardQuery, MeasureQuery, QuartersQuery, ReturnSheetQuery, ReturnsListQuery } from '@lib/reporting';
import {
  BeginRestatement,
  ClosePeriod,
  DecideOnReturn,
  PlanPeriod,
  ReopenForAuthority,
  SubmitReturn,
  counted,
} from '@lib/returns';
import {
  connectUseCases,
  type ConnectedUseCases,
  createTestDatabase,
  saveLookedAt,
  type TestDatabase,
} from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

const Q4 = FinancialQuarter.of(2010, 4);
const WHY = { kind: 'error', reason: 'Two were counted twice' } as const;

describe('after the first acceptance', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let officer: Actor;
  let approver: Actor;
  let analyst: Actor;
  /** The approved return of the police for January to March 2011. */
  let returnId: Id;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    officer = await useCases.actor('officer@police.example');
    approver = await useCases.actor('approver@police.example');
    analyst = await useCases.actor('analyst@partnership.example');
    const approved = await useCases.get(ReturnsListQuery).run(officer, partnershipId, {
      ...{ permission: 'returns.edit', states: ['approved'], order: 'newest', limit: 1 },
    });
    returnId = approved[0]!.id;
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const sheet = (id: Id = returnId) => useCases.get(ReturnSheetQuery).run(officer, partnershipId, id);
  const decide = async (
    actor: Actor,
    action: 'approve' | 'accept' | 'handBack',
    id: Id = returnId,
    comment?: string,
  ) => {
    const contentSha256 = (await sheet(id)).decisions.findLast(
      ({ leadsTo }) => leadsTo === 'submitted',
    )!.contentSha256;
    await useCases.get(DecideOnReturn).execute(actor, {
      ...{ partnershipId, returnId: id, action, contentSha256, ...(comment && { comment }) },
    });
  };
  const restate = (id: Id = returnId) =>
    useCases.get(BeginRestatement).execute(officer, { partnershipId, returnId: id, ...WHY });
  /** Says another count of residential burglary and sends the return. */
  const sayAndSend = async (id: Id, burglaries: number) => {
    const { lines, version } = await sheet(id);
    const line = lines.find(({ measureSlug }) => measureSlug === 'residential-burglary')!;
    const value = counted(new Decimal(burglaries));
    const seenVersion = await saveLookedAt(useCases, officer, {
      ...{ partnershipId, returnId: id, seenVersion: version, entries: new Map([[line.id, value]]) },
    });
    await useCases.get(SubmitReturn).execute(officer, { partnershipId, returnId: id, seenVersion });
  };
  const board = async () =>
    (await useCases.get(BoardQuery).run(analyst, partnershipId, 2010, calendarDate('2011-09-01')))!;
  const composite = async () =>
    (await board()).measures.find(({ slug }) => slug === 'serious-acquisitive-crime')!.facts;
  const trail = () =>
    connected(database.adminUrl, async (client) => {
      const { rows } = await client.query<{ type: string }>('select type from audit_event order by seq');
      return rows.map(({ type }) => type);
    });

  it('a correction counts once it is approved, and what was accepted stays beside it', async () => {
    await decide(analyst, 'accept');
    const revisionId = await restate();
    expect(await sheet(revisionId)).toMatchObject({
      revision: 2,
      state: 'draft',
      restates: { returnId, ...WHY },
    });
    expect((await board()).changes).toMatchObject([{ what: 'being-corrected', reason: WHY.reason }]);
    // 166 in the fourth quarter; 1,695 in the year
    await sayAndSend(revisionId, 146);
    expect((await composite()).yearToDate).toBe(1695);
    await decide(approver, 'approve', revisionId);
    expect(await composite()).toMatchObject({ yearToDate: 1675, target: { status: 'met' } });
    expect((await composite()).data).toContain('revised');

    const { quarters } = await useCases.get(MeasureQuery).run(officer, partnershipId, 'residential-burglary');
    expect(quarters.find(({ quarter }) => quarter.equals(Q4))).toMatchObject({
      observation: { type: 'count', count: 146 },
      revisedFrom: { type: 'count', count: 166 },
    });
    expect(
      (await sheet()).lines.find(({ measureSlug }) => measureSlug === 'residential-burglary')!.figure,
    ).toMatchObject({
      value: '166',
    });
    expect((await sheet()).restatedById).toBe(revisionId);
    expect((await board()).changes).toMatchObject([{ what: 'corrected', reason: WHY.reason }]);
  });

  it('a correction neither improves nor worsens whether the return was in time', async () => {
    const firstSent = async () =>
      (await useCases.get(QuartersQuery).run(analyst, partnershipId, 20))
        .find(({ quarter }) => quarter.equals(Q4))!
        .returns.find(({ authority }) => authority.startsWith('Metropolitan'))!;
    await decide(analyst, 'accept');
    const before = await firstSent();
    const revisionId = await restate();
    await sayAndSend(revisionId, 146);
    expect(await firstSent()).toEqual({ ...before, state: 'submitted', revision: 2 });
  });

  it('only what is accepted is corrected, once at a time, for a reason', async () => {
    await expect(restate()).rejects.toMatchObject({ code: 'returns.not-accepted' });
    await decide(analyst, 'accept');
    await expect(
      useCases
        .get(BeginRestatement)
        .execute(officer, { partnershipId, returnId, kind: 'error', reason: ' ' }),
    ).rejects.toMatchObject({ code: 'returns.reason' });
    const answers = await Promise.allSettled([restate(), restate(), restate()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(restate()).rejects.toMatchObject({ code: 'returns.corrected-already' });
  });

  it('the database refuses a correction of what is not accepted, or without a reason', async () => {
    const insert = `insert into quarterly_return (partnership_id, id, authority_id, form_id, form_version_id,
                      quarter_first_day, revision, state, version, made_at, restates_id, restatement_kind, restatement_reason)
      select partnership_id, gen_random_uuid(), authority_id, form_id, form_version_id, quarter_first_day, revision + 1, 'draft', 1, now(), id, $2, $3
        from quarterly_return where id = $1`;
    const attempt = (kind: string | null, reason: string | null) =>
      connected(database.runtimeUrl, (client) =>
        pretending(client, { partnershipId, personId: officer.personId }, () =>
          refusalOf(client, insert, [returnId, kind, reason]),
        ),
      );
    expect(await attempt('error', 'A reason')).toBe('42501');
    await decide(analyst, 'accept');
    expect(await attempt('error', ' ')).toBe('23514');
    expect(await attempt(null, null)).toBe('23514');
    expect(await attempt('error', 'A reason')).toBeNull();
  });

  it('an approved return that is handed back counts no more, and goes the whole way again', async () => {
    await decide(analyst, 'handBack', returnId, 'The third line is another borough');
    expect((await sheet()).state).toBe('returned');
    expect(await composite()).toMatchObject({ quartersHeld: 3, target: { status: 'off-course' } });
    await sayAndSend(returnId, 150);
    await decide(approver, 'approve');
    expect((await composite()).yearToDate).toBe(1695 - 16);
    expect(await trail()).toContain('ReturnHandedBack');
  });

  describe('when the quarter is closed', () => {
    const close = (closed = true) =>
      useCases.get(ClosePeriod).execute(analyst, { partnershipId, quarter: Q4, closed, reason: 'All is in' });
    const reopen = () =>
      useCases.get(ReopenForAuthority).execute(analyst, {
        ...{ partnershipId, quarter: Q4, authorityId: officer.grants[0]!.authorityId! },
        ...{ reason: 'Late extract', expiresOn: calendarDate('2199-03-31') },
      });

    it('nothing is corrected until it is reopened for the authority, and the board sees why', async () => {
      await decide(analyst, 'accept');
      await close();
      await expect(restate()).rejects.toMatchObject({ code: 'returns.period-closed' });
      await reopen();
      await sayAndSend(await restate(), 146);
      expect((await board()).changes).toContainEqual(
        expect.objectContaining({ what: 'reopened', reason: 'Late extract', on: '2199-03-31' }),
      );
    });

    it('the database takes no figure either', async () => {
      await decide(analyst, 'accept');
      const revisionId = await restate();
      await close();
      const draft = `insert into return_draft_value (partnership_id, line_id, kind, value, entered_by, entered_at)
        select partnership_id, id, 'value', 1, $2, now() from return_line where return_id = $1 and label = 'Residential burglary'
        on conflict (partnership_id, line_id) do update set value = excluded.value`;
      const attempt = () =>
        connected(database.runtimeUrl, (client) =>
          pretending(client, { partnershipId, personId: officer.personId }, () =>
            refusalOf(client, draft, [revisionId, officer.personId]),
          ),
        );
      expect(await attempt()).toBe('42501');
      await reopen();
      expect(await attempt()).toBeNull();
    });

    it('what waits can still be decided; and it can be opened again for everybody', async () => {
      await close();
      await decide(analyst, 'accept');
      await expect(close()).rejects.toMatchObject({ code: 'returns.period-not-now' });
      await close(false);
      await restate();
    });
  });

  it('after its last day for corrections nothing is corrected', async () => {
    await decide(analyst, 'accept');
    const dates = {
      ...{ opensOn: null, dueOn: calendarDate('2011-04-30') },
      ...{ lastNewOn: calendarDate('2011-06-30'), lastEditOn: calendarDate('2013-03-31') },
    };
    await useCases.get(PlanPeriod).execute(analyst, { partnershipId, quarter: Q4, dates });
    await expect(restate()).rejects.toMatchObject({
      code: 'returns.corrections-over',
      message: expect.stringContaining(
        'The partnership analyst can reopen the quarter for this authority',
      ) as string,
    });
  });
});
