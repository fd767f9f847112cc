import { type Actor, Decimal, type Id } from '@lib/kernel';
import { type ReturnSheet, ReturnSheetQuery, ReturnsListQuery } from '@lib/reporting';
import {
  counted,
  DecideOnReturn,
  type FigureEntry,
  ReadExtract,
  ReviewReturn,
  SaveFigures,
  SetCrossCheck,
  StateSources,
  SubmitReturn,
  WriteCommentary,
} from '@lib/returns';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

/** As many as in the quarters before: nothing about them is unusual, and none misses what its target asks. */
const AS_USUAL: Readonly<Record<string, number>> = {
  'residential-burglary': 131,
  robbery: 48,
  'theft-from-motor-vehicle': 160,
  'theft-or-taking-of-motor-vehicle': 41,
};

const CHECK_VIOLATION = '23514';
const INSUFFICIENT_PRIVILEGE = '42501';

describe('a return that is looked at before it is sent', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let partnershipId: Id;
  let officer: Actor;
  let returnId: Id;

  beforeEach(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    officer = await useCases.actor('officer@police.example');
    const wanted = { permission: 'returns.edit', states: ['draft'], order: 'soonest-due', limit: 1 } as const;
    returnId = (await useCases.get(ReturnsListQuery).run(officer, partnershipId, wanted))[0]!.id;
  });
  afterEach(async () => {
    await useCases.close();
    await database.drop();
  });

  const sheet = (): Promise<ReturnSheet> =>
    useCases.get(ReturnSheetQuery).run(officer, partnershipId, returnId);
  const lineOf = async (slug: string) => (await sheet()).lines.find((line) => line.measureSlug === slug)!;
  const save = async (said: Record<string, FigureEntry>, answers: Record<string, string> = {}) => {
    const { lines, version } = await sheet();
    const entryOf = (slug: string): FigureEntry =>
      said[slug] ??
      (slug in AS_USUAL
        ? counted(new Decimal(AS_USUAL[slug]!))
        : { kind: 'not-available', reason: 'Not counted yet', expectedOn: null });
    await useCases.get(SaveFigures).execute(officer, {
      ...{ partnershipId, returnId, seenVersion: version },
      entries: new Map(lines.map(({ id, measureSlug }) => [id, entryOf(measureSlug)])),
      answers: new Map(
        lines.flatMap(({ id, measureSlug }) =>
          answers[measureSlug] ? [[id, answers[measureSlug]] as const] : [],
        ),
      ),
    });
  };
  const comment = async (slug: string | null, text: string) =>
    useCases.get(WriteCommentary).execute(officer, {
      ...{ partnershipId, returnId, seenVersion: (await sheet()).version },
      texts: new Map([[slug === null ? null : (await lineOf(slug)).id, text]]),
    });
  const submit = async () =>
    useCases
      .get(SubmitReturn)
      .execute(officer, { partnershipId, returnId, seenVersion: (await sheet()).version });
  const review = () => useCases.get(ReviewReturn).execute(officer, { partnershipId, returnId });

  it('asks why it is late, and nothing else where all is as usual', async () => {
    await save({});
    const { review: found } = await review();
    expect(found.commentaryBecause).toEqual(['the return is late']);
    expect(found.lines.flatMap((line) => [...line.unusual, ...line.wrong])).toEqual([]);
    await expect(submit()).rejects.toMatchObject({ code: 'returns.commentary-needed' });
    await comment(null, 'The extract came late.');
    await submit();
    expect(await sheet()).toMatchObject({ state: 'submitted', commentary: 'The extract came late.' });
  });

  it('asks for a reason beside an unusual figure, and keeps what was found with it', async () => {
    await comment(null, 'Late');
    await save({ 'residential-burglary': counted(new Decimal(1310)) });
    await expect(submit()).rejects.toMatchObject({ code: 'returns.unusual-figures' });
    await save(
      { 'residential-burglary': counted(new Decimal(1310)) },
      { 'residential-burglary': 'One gang, now arrested' },
    );
    // A special cause, too, and that is for the board to read.
    await expect(submit()).rejects.toMatchObject({ code: 'returns.commentary-needed' });
    await comment('residential-burglary', 'One gang, now arrested; patrols stay until June.');
    await submit();
    expect(await lineOf('residential-burglary')).toMatchObject({
      found: [expect.stringContaining('1,310 is about 8 times')],
      rightBecause: 'One gang, now arrested',
      commentary: 'One gang, now arrested; patrols stay until June.',
    });
  });

  it('forgets the reason with the figure it was given for', async () => {
    await save({ robbery: counted(new Decimal(480)) }, { robbery: 'A festival' });
    await save({ robbery: counted(new Decimal(490)) });
    expect(await lineOf('robbery')).toMatchObject({ rightBecause: null });
    const { open } = await review();
    expect(open.unanswered).toHaveLength(1);
  });

  it('is not sent while a figure contradicts another by a hard rule', async () => {
    const analyst = await useCases.actor('analyst@partnership.example');
    const [part, whole] = await connected(database.adminUrl, async (client) => {
      const { rows } = await client.query<{ id: Id }>(
        "select id from measure where slug in ('robbery', 'residential-burglary') and partnership_id = $1 order by slug desc",
        [partnershipId],
      );
      return rows.map(({ id }) => id);
    });
    await useCases.get(SetCrossCheck).execute(analyst, {
      ...{ partnershipId, partMeasureId: part!, wholeMeasureId: whole! },
      ...{ severity: 'hard', whenMissing: 'skip', reason: 'A rule for this test' },
    });
    await comment(null, 'Late');
    await save({ 'residential-burglary': counted(new Decimal(47)) }, { 'residential-burglary': 'Few' });
    await expect(submit()).rejects.toMatchObject({ code: 'returns.figures-contradict' });
  });

  it('counts nil as none on the board, and shows it as nil', async () => {
    const nil = { kind: 'nil' } as const;
    await save(
      Object.fromEntries((await sheet()).lines.map(({ measureSlug }) => [measureSlug, nil])),
      Object.fromEntries((await sheet()).lines.map(({ measureSlug }) => [measureSlug, 'Nothing came in'])),
    );
    const { lines, version } = await sheet();
    await useCases.get(WriteCommentary).execute(officer, {
      ...{ partnershipId, returnId, seenVersion: version },
      texts: new Map([null, ...lines.map(({ id }) => id)].map((on) => [on, 'Nothing came in'])),
    });
    await submit();
    expect((await sheet()).lines.map(({ figure }) => figure?.kind)).toEqual(lines.map(() => 'nil'));
    const approver = await useCases.actor('approver@police.example');
    await useCases.get(DecideOnReturn).execute(approver, {
      ...{ partnershipId, returnId, action: 'approve' },
      contentSha256: (await sheet()).decisions.at(-1)!.contentSha256,
    });
    const [result] = await connected(database.adminUrl, async (client) => {
      const { rows } = await client.query<{ count: string }>(
        `select s.inputs -> 'quarters' -> 0 ->> 'count' as count from measure_result s
           join measure m on m.partnership_id = s.partnership_id and m.id = s.measure_id
          where m.slug = 'robbery' and s.financial_year = 2011 and s.superseded_at is null`,
      );
      return rows;
    });
    expect(result).toEqual({ count: '0' });
  });

  it('keeps the extract a figure was taken from as it was, with its hash, for those who may see the return', async () => {
    await save({});
    const bytes = Buffer.from('id,day\r\n1,2011-04-02\r\n');
    const line = await lineOf('robbery');
    await useCases.get(StateSources).execute(officer, {
      ...{ partnershipId, returnId, seenVersion: (await sheet()).version, lineIds: [line.id] },
      provenance: {
        ...{ source: 'Crime records', release: null, extractedOn: null },
        ...{ finality: 'provisional', standing: 'management-information' },
      },
      file: { name: '..\\secret/extract "1".csv', bytes },
    });
    const { figure } = await lineOf('robbery');
    const extract = figure?.kind === 'value' ? figure.provenance?.extract : null;
    expect(extract).toMatchObject({ name: 'extract 1.csv', size: bytes.length });

    const read = await useCases.get(ReadExtract).execute(officer, partnershipId, extract!.id);
    expect(read.bytes.equals(bytes)).toBe(true);
    expect(read.sha256).toBe(extract!.sha256);
    const council = await useCases.actor('officer@council.example');
    await expect(
      useCases.get(ReadExtract).execute(council, partnershipId, extract!.id),
    ).rejects.toMatchObject({ kind: 'not-found' });
    // Typing the number again keeps where it came from; the approval covers it.
    await save({ robbery: counted(new Decimal(49)) });
    expect((await lineOf('robbery')).figure).toMatchObject({ provenance: { source: 'Crime records' } });
  });

  it('is guarded below: months that do not add up, and commentary on what is sent, are refused by the database', async () => {
    await comment(null, 'Late');
    await save({});
    const { id } = await lineOf('robbery');
    const who = { partnershipId, personId: officer.personId };
    await connected(database.runtimeUrl, (client) =>
      pretending(client, who, async () => {
        const months = `update return_draft_value set months = '{1,2,3}' where line_id = $1`;
        expect(await refusalOf(client, months, [id])).toBe(CHECK_VIOLATION);
      }),
    );
    await submit();
    await connected(database.runtimeUrl, (client) =>
      pretending(client, who, async () => {
        const write = `insert into return_commentary values ($1, gen_random_uuid(), $2, $3, 'More', $4, now(), null)`;
        const values = [partnershipId, returnId, id, officer.personId];
        expect(await refusalOf(client, write, values)).toBe(INSUFFICIENT_PRIVILEGE);
      }),
    );
  });
});
