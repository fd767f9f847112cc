import { createHash } from 'node:crypto';
import { BeginWorkpaper, ConcludeWorkpaper, TestFigure } from '@lib/assurance';
import { type Actor, Decimal, FinancialQuarter, type Id, newId } from '@lib/kernel';
import { ReturnSheetQuery, ReturnsListQuery, type ShownWorkpaper, WorkpapersQuery } from '@lib/reporting';
import { BeginRestatement, counted, DecideOnReturn, SubmitReturn } from '@lib/returns';
import {
  connectUseCases,
  type ConnectedUseCases,
  createTestDatabase,
  saveLookedAt,
  type TestDatabase,
} from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a workpaper', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let auditor: Actor;
  let officer: Actor;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    auditor = await useCases.actor('auditor@partnership.example');
    officer = await useCases.actor('officer@police.example');
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const begin = (over: object = {}, by = auditor) =>
    useCases.get(BeginWorkpaper).execute(by, {
      ...{ partnershipId, objective: 'Whether figures agree with their extracts', sampleSize: 2 },
      ...{ firstQuarter: FinancialQuarter.of(2010, 1), lastQuarter: FinancialQuarter.of(2010, 4) },
      ...{ seed: 'seed-1', ...over },
    });
  const read = async (id: Id): Promise<ShownWorkpaper> =>
    (await useCases.get(WorkpapersQuery).run(auditor, partnershipId, id))[0]!;
  const test = (workpaperId: Id, figureId: Id, obtained: string | null, by = auditor) =>
    useCases.get(TestFigure).execute(by, {
      ...{ partnershipId, workpaperId, figureId, words: 'Row 3 of the extract' },
      obtained: obtained === null ? null : new Decimal(obtained),
    });
  const conclude = (workpaperId: Id, words = 'They agree') =>
    useCases.get(ConcludeWorkpaper).execute(auditor, { partnershipId, workpaperId, words });

  /** Corrects the count of the last quarter, and has the correction approved. */
  async function correctBurglaries(count: number): Promise<void> {
    const approver = await useCases.actor('approver@police.example');
    const analyst = await useCases.actor('analyst@partnership.example');
    const wanted = { permission: 'returns.edit', states: ['approved'], order: 'newest', limit: 1 } as const;
    const [approved] = await useCases.get(ReturnsListQuery).run(officer, partnershipId, wanted);
    const returnId = approved!.id;
    const sheet = (id: Id) => useCases.get(ReturnSheetQuery).run(officer, partnershipId, id);
    const decide = async (by: Actor, action: 'accept' | 'approve', id: Id) => {
      const { contentSha256 } = (await sheet(id)).decisions.findLast(
        ({ leadsTo }) => leadsTo === 'submitted',
      )!;
      await useCases.get(DecideOnReturn).execute(by, { partnershipId, returnId: id, action, contentSha256 });
    };
    await decide(analyst, 'accept', returnId);
    const why = { kind: 'error', reason: 'Some were counted twice' } as const;
    const revision = await useCases
      .get(BeginRestatement)
      .execute(officer, { partnershipId, returnId, ...why });
    const { lines, version } = await sheet(revision);
    const line = lines.find(({ measureSlug }) => measureSlug === 'residential-burglary')!;
    const seenVersion = await saveLookedAt(useCases, officer, {
      ...{ partnershipId, returnId: revision, seenVersion: version },
      entries: new Map([[line.id, counted(new Decimal(count))]]),
    });
    await useCases.get(SubmitReturn).execute(officer, { partnershipId, returnId: revision, seenVersion });
    await decide(approver, 'approve', revision);
  }

  it('draws a sample that anybody can draw again, from the figures that were on record', async () => {
    const id = await begin();
    const { population, populationSize, populationSha256, seed, figures } = await read(id);
    expect(population).toHaveLength(populationSize);
    expect(sha256(population.join('\n'))).toBe(populationSha256);
    const again = population.toSorted((a, b) => (sha256(`${seed}/${a}`) < sha256(`${seed}/${b}`) ? -1 : 1));
    expect(figures.map(({ figure }) => figure.id)).toEqual(again.slice(0, 2));
    for (const { figure } of figures) {
      expect(figure).toMatchObject({ isApproved: true, isCorrected: false, revision: 1 });
      expect(Number(figure.value)).toBeGreaterThanOrEqual(0);
    }
  });

  it('draws from the quarters that were asked for, and refuses those without a figure', async () => {
    const quarter = FinancialQuarter.of(2010, 3);
    const one = await read(await begin({ firstQuarter: quarter, lastQuarter: quarter, sampleSize: 100 }));
    expect(one.figures).toHaveLength(one.populationSize);
    expect(new Set(one.figures.map(({ figure }) => figure.firstDay))).toEqual(new Set([quarter.firstDay]));
    const later = FinancialQuarter.of(2011, 1);
    await expect(begin({ firstQuarter: later, lastQuarter: later })).rejects.toMatchObject({
      code: 'assurance.population-empty',
    });
  });

  it('draws what stands: a corrected figure from when its correction is approved, and keeps what was drawn', async () => {
    const quarter = FinancialQuarter.of(2010, 4);
    const only = { firstQuarter: quarter, lastQuarter: quarter, sampleSize: 100 };
    const before = await begin(only);
    const burglaries = async (id: Id) =>
      (await read(id)).figures.find(({ figure }) => figure.measureSlug === 'residential-burglary')!.figure;
    await correctBurglaries(146);
    const after = await begin(only);
    expect(await burglaries(before)).toMatchObject({ value: '166', revision: 1, isCorrected: true });
    expect(await burglaries(after)).toMatchObject({ value: '146', revision: 2, isCorrected: false });
    for (const id of [before, after]) {
      const { population, populationSha256, populationSize } = await read(id);
      expect([population.length, sha256(population.join('\n'))]).toEqual([populationSize, populationSha256]);
    }
  });

  it('has a seed of eight digits made where none is typed', async () => {
    expect((await read(await begin({ seed: null }))).seed).toMatch(/^\d{8}$/);
  });

  it.each([
    [{ objective: ' ' }, 'assurance.workpaper-objective'],
    [{ lastQuarter: FinancialQuarter.of(2009, 4) }, 'assurance.workpaper-quarters'],
    [{ sampleSize: 0 }, 'assurance.sample-size'],
    [{ sampleSize: 101 }, 'assurance.sample-size'],
    [{ sampleSize: 1.5 }, 'assurance.sample-size'],
    [{ seed: 'two words' }, 'assurance.sample-seed'],
  ])('is refused with %o', async (over, code) => {
    await expect(begin(over)).rejects.toMatchObject({ code });
  });

  it('keeps what was got beside what was reported, with the extract that it came from', async () => {
    const id = await begin();
    const { figure } = (await read(id)).figures[0]!;
    const more = new Decimal(figure.value!).plus(3).toFixed();
    await test(id, figure.id, more);
    await test(id, figure.id, figure.value);
    const { tests } = (await read(id)).figures[0]!;
    expect(tests.map(({ obtained, difference }) => [obtained, difference])).toEqual([
      [figure.value, '0'],
      [more, '3'],
    ]);
    for (const one of tests)
      expect(one).toMatchObject({ reported: figure.value, extractSha256: figure.extract!.sha256 });
  });

  it('is about the figures that were drawn, and no others', async () => {
    const id = await begin();
    const { population, figures } = await read(id);
    const other = population.find((one) => figures.every(({ figure }) => figure.id !== one))!;
    for (const figureId of [other, newId(), 'x'])
      await expect(test(id, figureId, '1')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(test(id, figures[0]!.figure.id, '-1')).rejects.toMatchObject({
      code: 'assurance.test-number',
    });
  });

  it('is concluded once something is said of every figure; then nothing in it changes', async () => {
    const id = await begin();
    const [first, second] = (await read(id)).figures.map(({ figure }) => figure.id) as [Id, Id];
    await test(id, first, '1');
    await expect(conclude(id)).rejects.toMatchObject({ code: 'assurance.workpaper-untested' });
    await test(id, second, null);
    await conclude(id);
    for (const again of [test(id, first, '2'), conclude(id)])
      await expect(again).rejects.toMatchObject({ code: 'assurance.workpaper-concluded' });
    expect(await read(id)).toMatchObject({ conclusion: { words: 'They agree', by: auditor.name } });
  });

  it('is concluded by one of two who do so at the same moment', async () => {
    const id = await begin({ sampleSize: 1 });
    await test(id, (await read(id)).figures[0]!.figure.id, null);
    const both = await Promise.allSettled([conclude(id), conclude(id, 'They do not')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'assurance.workpaper-concluded' },
    });
  });

  it('is not kept by somebody who reports or approves figures here too, nor by anybody but an auditor', async () => {
    const both: Actor = { ...auditor, grants: [...auditor.grants, ...officer.grants] };
    await expect(begin({}, both)).rejects.toMatchObject({ code: 'assurance.not-independent' });
    await expect(begin({}, officer)).rejects.toMatchObject({ code: 'access.not-permitted' });
    const id = await begin();
    const figureId = (await read(id)).figures[0]!.figure.id;
    await expect(test(id, figureId, '1', both)).rejects.toMatchObject({ code: 'assurance.not-independent' });
  });

  describe('by rights of the database alone', () => {
    const CHECK = '23514';
    const FORBIDDEN = '42501';
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
    const WORKPAPER = `insert into workpaper values
      ($1, $2, 'x', '2010-04-01', '2010-04-01', 1, 's', 9, repeat('a', 64), $3, now())`;
    const TEST = `insert into workpaper_test values
      ($1, $2, $3, $4, $5, $6::numeric, $6::numeric - $5::numeric, $7, 'x', $8, now(), null)`;

    it('a sample is whole and does not grow', async () => {
      const id = await begin();
      const { population, figures } = await read(id);
      const other = population.find((one) => figures.every(({ figure }) => figure.id !== one))!;
      await asRuntime(async (refused, done) => {
        expect(
          await refused('insert into workpaper_figure values ($1, $2, $3, 3)', [partnershipId, id, other]),
        ).toBe(CHECK);
        await done(WORKPAPER, [partnershipId, newId(), auditor.personId]);
        expect(await refused('set constraints all immediate')).toBe(CHECK);
      });
    });

    it('a test is of what was reported, and of nothing once its workpaper is concluded', async () => {
      const id = await begin({ sampleSize: 1 });
      const { figure } = (await read(id)).figures[0]!;
      const values = (reported: string, sha: string | null) => [
        ...[partnershipId, newId(), id, figure.id, reported, '7', sha, auditor.personId],
      ];
      const conclusion = 'insert into workpaper_conclusion values ($1, $2, $3, $4, now())';
      await asRuntime(async (refused, done) => {
        const sha = figure.extract!.sha256;
        expect(await refused(TEST, values(`${Number(figure.value) + 1}`, sha))).toBe(CHECK);
        expect(await refused(TEST, values(figure.value!, null))).toBe(CHECK);
        expect(await refused(conclusion, [partnershipId, id, 'x', auditor.personId])).toBe(CHECK);
        await done(TEST, values(figure.value!, sha));
        const supersede = 'update workpaper_test set superseded_at = now() where workpaper_id = $1';
        expect(await refused(supersede, [id])).toBeNull();
        await done(conclusion, [partnershipId, id, 'x', auditor.personId]);
        expect(await refused(supersede, [id])).toBe(CHECK);
        for (const table of ['workpaper', 'workpaper_figure', 'workpaper_test', 'workpaper_conclusion'])
          expect(await refused(`delete from ${table}`)).toBe(FORBIDDEN);
        expect(await refused("update workpaper set seed = 'x'")).toBe(FORBIDDEN);
        expect(await refused('update workpaper_test set obtained = 1')).toBe(FORBIDDEN);
      });
    });
  });
});
