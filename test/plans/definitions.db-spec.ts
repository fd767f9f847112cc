import { setTimeout } from 'node:timers/promises';
import { type Actor, calendarDate, Decimal, DomainError, FinancialQuarter, type Id } from '@lib/kernel';
import { valueOf } from '@lib/performance';
import { DefinitionSheetQuery, MeasureQuery, ReturnSheetQuery, ReturnsListQuery } from '@lib/reporting';
import { ChangeDefinitionAndJudge } from '@lib/results';
import { counted, DecideOnReturn, OpenQuarter, SubmitReturn } from '@lib/returns';
import {
  connectUseCases,
  type ConnectedUseCases,
  createTestDatabase,
  saveLookedAt,
  type TestDatabase,
} from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

const REFUSED = '42501';
/** April to June 2011 is open in the demonstration; the quarters after it are not. */
const OPEN = FinancialQuarter.of(2011, 1);
const NEXT = FinancialQuarter.of(2011, 2);
const ACROSS_A_BREAK = { verdict: 'insufficient-data', reason: 'series-break' };
const WHY = { reason: 'Attempts are counted from now on', approvedBy: 'The board, 3 May 2011' } as const;

describe('a definition that changes', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let analyst: Actor;
  let officer: Actor;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    analyst = await useCases.actor('analyst@partnership.example');
    officer = await useCases.actor('officer@police.example');
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const sheets = (slug: string) => useCases.get(DefinitionSheetQuery).run(analyst, partnershipId, slug);
  const measure = (slug: string) => useCases.get(MeasureQuery).run(analyst, partnershipId, slug);
  type Change = Partial<Parameters<ChangeDefinitionAndJudge['execute']>[1]>;
  const change = async (
    slug: string,
    { sheet, ...rest }: Omit<Change, 'sheet'> & { sheet?: Partial<NonNullable<Change['sheet']>> },
  ) => {
    const { id, versions } = await sheets(slug);
    const { version, name, unit, direction, sensitivity, wording, source, parts, ...stands } = versions[0]!;
    const { rollingTwelveMonths, countedBy, numerator, denominator, inclusions, exclusions } = stands;
    const { caveats, publicationLag, ownerPost } = stands;
    await useCases.get(ChangeDefinitionAndJudge).execute(analyst, {
      ...{
        partnershipId,
        measureId: id,
        seenVersion: version,
        from: NEXT,
        comparable: false,
        ...WHY,
        ...rest,
      },
      sheet: {
        ...{ name, unit, direction, sensitivity, wording, source, rollingTwelveMonths, countedBy, numerator },
        ...{ denominator, inclusions, exclusions, caveats, publicationLag, ownerPost },
        componentIds: parts.map((part) => part.id),
        ...sheet,
      },
    });
  };
  const refusal = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DomainError)) throw error ?? new Error('It was not refused.');
    return error.code;
  };
  const rows = <Row extends object>(sql: string) =>
    connected(database.adminUrl, async (client) => (await client.query<Row>(sql)).rows);
  /** Fills in the police return of a quarter and takes it to its approval. */
  const report = async (quarter: FinancialQuarter, value: number) => {
    const approver = await useCases.actor('approver@police.example');
    const drafts = await useCases.get(ReturnsListQuery).run(officer, partnershipId, {
      ...{ permission: 'returns.edit', states: ['draft'], order: 'soonest-due', limit: 9 },
    });
    const { id: returnId } = drafts.find((one) => one.quarter.equals(quarter))!;
    const sheet = await useCases.get(ReturnSheetQuery).run(officer, partnershipId, returnId);
    const five = counted(new Decimal(value));
    const seenVersion = await saveLookedAt(useCases, officer, {
      ...{ partnershipId, returnId, seenVersion: sheet.version },
      entries: new Map(sheet.lines.map((line) => [line.id, five])),
    });
    await useCases.get(SubmitReturn).execute(officer, { partnershipId, returnId, seenVersion });
    const sent = await useCases.get(ReturnSheetQuery).run(officer, partnershipId, returnId);
    const { contentSha256 } = sent.decisions.at(-1)!;
    await useCases
      .get(DecideOnReturn)
      .execute(approver, { partnershipId, returnId, action: 'approve', contentSha256 });
  };
  const open = (quarter: FinancialQuarter) =>
    useCases.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
  const factsOf = async (slug: string, year: number) =>
    (await measure(slug)).years.find(({ financialYear }) => financialYear === year)!;

  it('leaves the figures before with theirs, and asks by the new one from then on', async () => {
    await change('robbery', { sheet: { name: 'Robbery and attempts', wording: 'With attempts.' } });
    await open(NEXT);
    const asked = await rows<{ quarter: string; version: number; label: string; wording: string }>(
      `select r.quarter_first_day::text as quarter, d.version, l.label, l.wording
         from return_line l join measure_definition d on d.id = l.definition_id
         join quarterly_return r on r.id = l.return_id
         join measure m on m.id = l.measure_id and m.slug = 'robbery'
        where r.quarter_first_day >= '2011-04-01' order by 1`,
    );
    expect(asked).toMatchObject([
      { quarter: '2011-04-01', version: 1, label: 'Robbery' },
      { quarter: '2011-07-01', version: 2, label: 'Robbery and attempts', wording: 'With attempts.' },
    ]);
    const { versions } = await sheets('robbery');
    expect(versions).toMatchObject([
      { version: 2, inForceFrom: '2011-07-01', inForceUntil: null, change: { comparable: false, ...WHY } },
      { version: 1, inForceFrom: '2008-04-01', inForceUntil: '2011-07-01', change: null },
    ]);
    expect(versions[0]!.recordedBy).toBe('Ana Example');
    const [event] = await rows<{ content: string }>(
      `select content from audit_event where type = 'MeasureDefinitionChanged' order by seq desc limit 1`,
    );
    expect((JSON.parse(event!.content) as { data: object }).data).toMatchObject({
      ...{ measure: 'Robbery', version: '2', from: 'July to September 2011', comparable: 'no', ...WHY },
      changes: [
        { what: 'name', before: 'Robbery', after: 'Robbery and attempts' },
        { what: 'wording', after: 'With attempts.' },
      ],
    });
  });

  it('breaks the series: nothing is compared across it, of the sum that it is part of neither', async () => {
    await change('robbery', { sheet: { wording: 'With attempts.' } });
    expect((await measure('robbery')).marks).toMatchObject([
      { kind: 'series-break', words: 'Definition 2: not comparable with before', own: true },
    ]);
    await report(OPEN, 60);
    await open(NEXT);
    await report(NEXT, 70);
    for (const slug of ['robbery', 'serious-acquisitive-crime']) {
      expect((await measure(slug)).marks.map(({ kind }) => kind)).toContain('series-break');
      expect((await factsOf(slug, 2011)).facts.change.change).toEqual(ACROSS_A_BREAK);
    }
    // A measure that did not change is compared as before.
    const { change: compared } = (await factsOf('residential-burglary', 2011)).facts.change;
    expect(compared).not.toEqual(ACROSS_A_BREAK);
  });

  it('marks only a note where figures before and after can be compared', async () => {
    await change('robbery', { comparable: true, sheet: { caveats: 'Known late.' } });
    expect((await measure('robbery')).marks).toMatchObject([
      { kind: 'event', words: 'Definition 2: comparable with before' },
    ]);
  });

  it('judges the year of the change again at once', async () => {
    await report(OPEN, 60);
    const before = await factsOf('robbery', 2011);
    await change('robbery', { sheet: { wording: 'With attempts.' } });
    const after = await factsOf('robbery', 2011);
    expect(after.computedAt.getTime()).toBeGreaterThan(before.computedAt.getTime());
  });

  it('adds up in each quarter the parts of that quarter', async () => {
    const { versions } = await sheets('serious-acquisitive-crime');
    const without = versions[0]!.parts.filter(({ name }) => name !== 'Robbery').map(({ id }) => id);
    await change('serious-acquisitive-crime', { sheet: { componentIds: without } });
    await report(OPEN, 60);
    await open(NEXT);
    await report(NEXT, 70);
    const { quarters, years } = await measure('serious-acquisitive-crime');
    expect(quarters.map(({ observation }) => valueOf(observation!))).toEqual([368, 464, 476, 387, 240, 210]);
    expect(years.map(({ financialYear, facts }) => [financialYear, facts.yearToDate])).toEqual(
      expect.arrayContaining([
        [2011, 450],
        [2010, 1695],
      ]),
    );
    // What breaks a measure that is no longer a part breaks the sum no more.
    await change('robbery', { from: FinancialQuarter.of(2011, 3), sheet: { wording: 'With attempts.' } });
    expect((await measure('serious-acquisitive-crime')).marks.filter(({ own }) => !own)).toEqual([]);
  });

  it('does not show as today’s before it starts', async () => {
    const future = FinancialQuarter.containing(calendarDate('2098-04-01'));
    await change('robbery', { from: future, sheet: { name: 'Robbery one day' } });
    expect((await measure('robbery')).name).toBe('Robbery');
    const { current, versions } = await sheets('robbery');
    expect([current.version, versions[0]!.version]).toEqual([1, 2]);
    const years = (await measure('robbery')).years.map(({ financialYear }) => financialYear);
    expect(years).not.toContain(2098);
  });

  it('is refused where it would change what was asked, or backwards, or says nothing', async () => {
    const wording = { sheet: { wording: 'Otherwise.' } };
    expect(await refusal(change('robbery', { from: OPEN, ...wording }))).toBe('plans.definition-asked');
    expect(
      await refusal(change('serious-acquisitive-crime', { from: OPEN, sheet: { wording: 'Otherwise.' } })),
    ).toBe('plans.definition-asked');
    expect(await refusal(change('robbery', {}))).toBe('plans.definition-same');
    expect(await refusal(change('robbery', { reason: ' ', ...wording }))).toBe('plans.definition-reason');
    expect(await refusal(change('robbery', { approvedBy: '', ...wording }))).toBe('plans.definition-reason');
    expect(await refusal(change('robbery', { comparable: true, sheet: { unit: 'victims' } }))).toBe(
      'plans.definition-not-comparable',
    );
    expect(await refusal(change('robbery', { seenVersion: 7, ...wording }))).toBe('plans.definition-changed');
    await change('robbery', { from: NEXT.next, ...wording });
    expect(await refusal(change('robbery', { from: NEXT, sheet: { wording: 'Third.' } }))).toBe(
      'plans.definition-order',
    );
    const sum = (await sheets('serious-acquisitive-crime')).id;
    expect(await refusal(change('serious-acquisitive-crime', { sheet: { componentIds: [sum] } }))).toBe(
      'plans.parts',
    );
  });

  it('is changed once when two do it at the same moment', async () => {
    const outcomes = await connected(database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('call hold_definitions($1)', [partnershipId]);
      const both = Promise.allSettled(
        ['One.', 'Two.'].map((wording) => change('robbery', { sheet: { wording } })),
      );
      const waiting = `select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      while ((await client.query(waiting)).rowCount !== 2) await setTimeout(20);
      await client.query('commit');
      return both;
    });
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect((lost.reason as DomainError).code).toBe('plans.definition-changed');
    expect((await sheets('robbery')).versions).toHaveLength(2);
  });

  it('is never rewritten, as the runtime role by SQL, nor by the owner', async () => {
    await change('robbery', { sheet: { wording: 'With attempts.' } });
    const follows = (slug: string, version: number, from: string) =>
      `insert into measure_definition select (jsonb_populate_record(d, jsonb_build_object(
         'id', gen_random_uuid(), 'measure_id', m.id, 'version', ${version}, 'in_force_from', '${from}'))).*
         from measure_definition d, measure m
        where d.version = 2 and d.wording = 'With attempts.' and m.slug = '${slug}'`;
    const attempts = [
      "update measure_definition set wording = 'x'",
      'delete from measure_definition',
      'delete from measure_component',
      follows('robbery', 3, '2009-04-01'),
      follows('robbery', 4, '2013-04-01'),
      // The returns for April to June 2011 ask by the first one.
      follows('gun-crime', 2, '2011-04-01'),
      `insert into measure_component select c.partnership_id, c.definition_id, m.id, 99
         from measure_component c join measure m on m.slug = 'gun-crime' limit 1`,
      `insert into return_line select (jsonb_populate_record(l, jsonb_build_object(
        'id', gen_random_uuid(), 'number', 99, 'measure_id', d.measure_id, 'definition_id', d.id))).*
         from return_line l, measure_definition d where d.wording = 'With attempts.' limit 1`,
    ];
    await connected(database.runtimeUrl, (client) =>
      pretending(client, { partnershipId, personId: analyst.personId }, async () => {
        for (const sql of attempts) expect([sql, await refusalOf(client, sql)]).toEqual([sql, REFUSED]);
      }),
    );
    await connected(database.adminUrl, async (client) => {
      await client.query('begin');
      for (const sql of attempts) expect([sql, await refusalOf(client, sql)]).toEqual([sql, REFUSED]);
      await client.query('rollback');
    });
  });
});
