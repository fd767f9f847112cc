import { type Actor, FinancialQuarter, type Id, newId } from '@lib/kernel';
import { ReturnFormsQuery, ReturnSheetQuery } from '@lib/reporting';
import { type FormLine, OpenQuarter, SetReturnForm, type SetReturnFormCommand } from '@lib/returns';
import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { connected, pretending, refusalOf } from '../database/as-role.js';

const Q4 = FinancialQuarter.of(2011, 4);
const Q1 = FinancialQuarter.of(2012, 1);
const BURGLARY = 'residential-burglary';
const KNIVES = 'knife-crime';

describe('what is asked of whom', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let analyst: Actor;
  let partnershipId: Id;
  let formId: Id;
  let police: Id;
  let council: Id;
  const measureIds = new Map<string, Id>();

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    analyst = await useCases.actor('analyst@partnership.example');
    const { forms, measures, authorities } = await matrix();
    formId = forms[0]!.id;
    for (const { id, slug } of measures) measureIds.set(slug, id);
    police = authorities.find(({ name }) => name === 'Metropolitan Police Service')!.id;
    council = authorities.find(({ name }) => name.startsWith('Royal Borough'))!.id;
  });
  afterAll(async () => {
    await useCases.close();
    await database.drop();
  });

  const matrix = () => useCases.get(ReturnFormsQuery).run(analyst, partnershipId);
  const newest = async () => (await matrix()).forms.find(({ id }) => id === formId)!.versions.at(-1)!;
  const line = (slug: string, authorityId: Id): FormLine => ({
    measureId: measureIds.get(slug)!,
    authorityId,
  });
  const set = async (command: Partial<SetReturnFormCommand>) =>
    useCases.get(SetReturnForm).execute(analyst, {
      ...{ partnershipId, from: Q1, lines: [], reason: 'The yearly revision' },
      form: { id: formId, seenVersion: (await newest()).number },
      ...command,
    });
  const open = (quarter: FinancialQuarter) =>
    useCases.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
  const read = <Row>(sql: string) =>
    connected(database.adminUrl, async (client) => (await client.query(sql)).rows as Row[]);
  const refusedInDatabase = (sql: string, values: unknown[]) =>
    connected(database.runtimeUrl, (client) =>
      pretending(client, { partnershipId, personId: analyst.personId }, () => refusalOf(client, sql, values)),
    );
  const asked = async (returnId: Id) => {
    const sheet = await useCases.get(ReturnSheetQuery).run(analyst, partnershipId, returnId);
    return { form: sheet.form, labels: sheet.lines.map(({ label }) => label) };
  };

  it('changes on 1 April while the quarter before is still being answered: two versions are out', async () => {
    const before = await newest();
    const kept = before.lines.filter(({ measureId }) => measureId !== measureIds.get(KNIVES));
    await set({ lines: kept });
    const of = (returns: Awaited<ReturnType<typeof open>>) =>
      returns.find(({ authorityId }) => authorityId === police)!.id;
    const [old, fresh] = [await asked(of(await open(Q4))), await asked(of(await open(Q1)))];
    expect([old.form.version, fresh.form.version]).toEqual([before.number, before.number + 1]);
    expect(old.labels).toContain('Knife crime');
    expect(fresh.labels).toEqual(old.labels.filter((label) => label !== 'Knife crime'));
  });

  it('does not change in a quarter that is open, through the code or past it', async () => {
    await expect(set({ from: Q1, lines: [line(BURGLARY, police)] })).rejects.toMatchObject({
      code: 'returns.form-of-open-quarter',
    });
    const past = `insert into return_form_version
      select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'number', v.number + 1))).*
        from return_form_version v where v.form_id = $1 order by v.number desc limit 1`;
    expect(await refusedInDatabase(past, [formId])).toBe('42501');
  });

  it('is one return for each form and authority in a quarter, and a measure is on one of them', async () => {
    const standing = (await newest()).lines.filter(({ measureId }) => measureId !== measureIds.get(BURGLARY));
    const from = Q1.next;
    const knives = { form: { name: 'Knives' }, from, lines: [line(KNIVES, police)] };
    const both = [...standing, line(BURGLARY, police)];
    await set({ from, lines: [...both, line(KNIVES, police)] });
    await expect(set(knives)).rejects.toMatchObject({ code: 'returns.form-asked-elsewhere' });
    await set({ from, lines: both });
    await set(knives);
    await expect(set({ from, lines: [...both, line(KNIVES, police)] })).rejects.toMatchObject({
      code: 'returns.form-asked-elsewhere',
    });
    const opened = await open(from);
    const ofPolice = opened.filter(({ authorityId }) => authorityId === police);
    expect(await Promise.all(ofPolice.map(async ({ id }) => (await asked(id)).form.name))).toEqual([
      'Knives',
      'Quarterly return',
    ]);
    // Past the code, too: a line for a measure that another return of the quarter asks.
    const twice = `insert into return_line
      select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'return_id', $1::text))).*
        from return_line l where l.return_id = $2 limit 1`;
    expect(await refusedInDatabase(twice, [ofPolice[1]!.id, ofPolice[0]!.id])).toBe('23505');
  });

  it('passes to another authority from a quarter on, with the reason in the trail', async () => {
    const from = Q1.next.next;
    const lines = (await newest()).lines.map((one) =>
      one.measureId === measureIds.get(BURGLARY) ? line(BURGLARY, council) : one,
    );
    await set({ from, lines, reason: 'The council takes the count over' });
    const [event] = await read<{ content: string }>(
      "select content from audit_event where type = 'ReturnFormSet' order by seq desc limit 1",
    );
    expect(JSON.parse(event!.content)).toMatchObject({
      data: {
        reason: 'The council takes the count over',
        changes: [
          {
            what: 'Residential burglary',
            before: 'Metropolitan Police Service',
            after: 'Royal Borough of Kingston upon Thames',
          },
        ],
      },
    });
    const opened = await open(from);
    const id = opened.find((one) => one.authorityId === council && one.formId === formId)!.id;
    expect((await asked(id)).labels).toContain('Residential burglary');
  });

  it('is refused where nobody could answer it', async () => {
    const from = FinancialQuarter.of(2012, 4);
    const refusal = async (command: Partial<SetReturnFormCommand>) =>
      set({ from, ...command }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    const health = (await matrix()).authorities.find(({ name }) => name.includes('primary care trust'))!.id;
    const composite = await read<{ id: Id }>(
      "select id from measure where slug = 'serious-acquisitive-crime'",
    );
    expect(await refusal({ from: FinancialQuarter.of(2014, 1), lines: [line(BURGLARY, health)] })).toBe(
      'returns.form-authority-not-member',
    );
    expect(await refusal({ lines: [{ measureId: newId(), authorityId: police }] })).toBe(
      'returns.form-measure-not-defined',
    );
    expect(await refusal({ lines: [{ measureId: composite[0]!.id, authorityId: police }] })).toBe(
      'returns.form-measure-worked-out',
    );
    expect(await refusal({ lines: [line(BURGLARY, police), line(BURGLARY, council)] })).toBe(
      'returns.form-asks-twice',
    );
    expect(await refusal({ lines: (await newest()).lines })).toBe('returns.form-unchanged');
    expect(await refusal({ form: { id: formId, seenVersion: 1 } })).toBe('returns.form-changed');
    expect(await refusal({ lines: [], reason: ' ' })).toBe('returns.reason');
  });

  it('is set by one of two who set it at once; the other one is told', async () => {
    const { number, lines } = await newest();
    const form = { id: formId, seenVersion: number };
    const from = FinancialQuarter.of(2012, 4);
    const outcomes = await Promise.allSettled([
      set({ form, from, lines: lines.slice(1) }),
      set({ form, from, lines: lines.slice(2) }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await newest()).number).toBe(number + 1);
  });
});
