import { ReturnsListQuery, ReturnSheetQuery } from '@lib/reporting';
import { connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import type { Client } from 'pg';
import { connected, pretending, refusalOf } from './as-role.js';

const REFUSED = '42501';
const HASH = 'a'.repeat(64);

describe('what was said, as the runtime role by SQL', () => {
  let database: TestDatabase;
  let partnershipId: string;
  let officerId: string;
  let approverId: string;
  let approvedReturn: string;
  let draftReturn: string;

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    const useCases = await connectUseCases(database);
    partnershipId = await useCases.partnershipId('kingston');
    const officer = await useCases.actor('officer@police.example');
    officerId = officer.personId;
    approverId = (await useCases.actor('approver@police.example')).personId;
    const list = (states: Parameters<ReturnsListQuery['run']>[2]['states']) =>
      useCases
        .get(ReturnsListQuery)
        .run(officer, partnershipId, { permission: 'returns.edit', states, order: 'soonest-due', limit: 1 });
    approvedReturn = (await list(['approved']))[0]!.id;
    draftReturn = (await list(['draft']))[0]!.id;
    expect((await useCases.get(ReturnSheetQuery).run(officer, partnershipId, approvedReturn)).state).toBe(
      'approved',
    );
    await useCases.close();
  });
  afterAll(() => database.drop());

  const as = <T>(personId: string, work: (client: Client) => Promise<T>) =>
    connected(database.runtimeUrl, (client) =>
      pretending(client, { partnershipId, personId }, () => work(client)),
    );

  const figureOf = 'line_id in (select id from return_line where return_id = $1)';

  it.each([
    ['a figure changed', `update figure set value = value + 1 where ${figureOf}`],
    ['a figure removed', `delete from figure where ${figureOf}`],
    ['a figure superseded', `update figure set superseded_at = now() where ${figureOf}`],
    [
      'the return reopened',
      "update quarterly_return set state = 'draft', version = version + 1 where id = $1",
    ],
    ['the return edited', 'update quarterly_return set version = version + 1 where id = $1'],
    ['a decision changed', "update return_decision set comment = 'x' where return_id = $1"],
    ['a decision removed', 'delete from return_decision where return_id = $1'],
    ['a line changed', "update return_line set label = 'x' where return_id = $1"],
  ])('refuses %s on an approved return', async (_, sql) => {
    expect(await as(officerId, (client) => refusalOf(client, sql, [approvedReturn]))).toBe(REFUSED);
  });

  it('refuses a new figure, or a draft value, on an approved return', async () => {
    const copy = `insert into figure (partnership_id, id, line_id, reference_from, reference_until, kind, value,
                                      entered_by, recorded_at)
      select partnership_id, gen_random_uuid(), id, '2031-01-01', '2031-04-01', 'value', 1, $2, now()
        from return_line where return_id = $1`;
    const draft = `insert into return_draft_value (partnership_id, line_id, kind, value, entered_by, entered_at)
      select partnership_id, id, 'value', 1, $2, now() from return_line where return_id = $1
      on conflict (partnership_id, line_id) do update set value = excluded.value`;
    for (const sql of [copy, draft])
      expect(await as(officerId, (client) => refusalOf(client, sql, [approvedReturn, officerId]))).toBe(
        REFUSED,
      );
  });

  it.each([
    ['emptied', (table: string) => `truncate ${table} cascade`],
    ['changed by the owner too', (table: string) => `delete from ${table}`],
  ])('lets no append-only table be %s', async (_, sqlFor) => {
    await connected(database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query(
        "insert into sign_in_event values (gen_random_uuid(), now(), null, 'unknown-person', '::1')",
      );
      for (const table of [
        'audit_event',
        'return_decision',
        'return_line',
        'sign_in_event',
        'figure',
        'measure_result',
        'target',
      ])
        expect([table, await refusalOf(client, sqlFor(table))]).not.toEqual([table, null]);
      await client.query('rollback');
    });
  });

  const decision = (state: string, version: number, hash = HASH) => `
    insert into return_decision (partnership_id, id, return_id, leads_to_version, leads_to_state, decided_by,
                                 decided_at, content_sha256, comment)
    values (current_partnership(), gen_random_uuid(), $1, ${version}, '${state}', $2, now(), '${hash}', 'because')`;
  const move = (state: string) =>
    `update quarterly_return set state = '${state}', version = version + 1 where id = $1`;

  it('refuses an approval by the person who sent the return', async () => {
    const refusal = await as(officerId, async (client) => {
      await client.query(decision('submitted', 2), [draftReturn, officerId]);
      await client.query(move('submitted'), [draftReturn]);
      return refusalOf(client, decision('approved', 3), [draftReturn, officerId]);
    });
    expect(refusal).toBe(REFUSED);
  });

  it('refuses an approval by a person who entered a figure that somebody else sent', async () => {
    const refusal = await as(officerId, async (client) => {
      await client.query(
        `insert into figure (partnership_id, id, line_id, reference_from, reference_until, kind, value, entered_by, recorded_at)
         select partnership_id, gen_random_uuid(), id, '2011-04-01', '2011-07-01', 'value', 1, $2, now()
           from return_line where return_id = $1 limit 1`,
        [draftReturn, approverId],
      );
      await client.query(decision('submitted', 2), [draftReturn, officerId]);
      await client.query(move('submitted'), [draftReturn]);
      await client.query("select set_config('app.person_id', $1, true)", [approverId]);
      return refusalOf(client, decision('approved', 3), [draftReturn, approverId]);
    });
    expect(refusal).toBe(REFUSED);
  });

  it('refuses a decision in somebody else’s name, and one on other content than was sent', async () => {
    await as(officerId, async (client) => {
      expect(await refusalOf(client, decision('submitted', 2), [draftReturn, approverId])).toBe(REFUSED);
      await client.query(decision('submitted', 2), [draftReturn, officerId]);
      await client.query(move('submitted'), [draftReturn]);
      await client.query("select set_config('app.person_id', $1, true)", [approverId]);
      expect(
        await refusalOf(client, decision('approved', 3, 'b'.repeat(64)), [draftReturn, approverId]),
      ).toBe(REFUSED);
      expect(await refusalOf(client, decision('approved', 3), [draftReturn, approverId])).toBeNull();
    });
  });

  it.each(['submitted', 'approved', 'accepted'])(
    'refuses to make a draft %s without a decision',
    async (state) => {
      expect(await as(officerId, (client) => refusalOf(client, move(state), [draftReturn]))).toBe(REFUSED);
    },
  );

  it('keeps a target where it was pinned', async () => {
    await as(officerId, async (client) => {
      expect(await refusalOf(client, 'update target set at_most = at_most + 100')).toBe(REFUSED);
      expect(await refusalOf(client, 'delete from target')).toBe(REFUSED);
    });
    // The owner can supersede a target once; its numbers stay.
    await connected(database.adminUrl, async (client) => {
      await client.query('begin');
      expect(await refusalOf(client, 'update target set baseline_value = 1, at_most = 0')).toBe(REFUSED);
      expect(await refusalOf(client, 'update target set superseded_at = now()')).toBeNull();
      await client.query('rollback');
    });
  });

  it('refuses a pass mark that is not what the percentage makes of the baseline', async () => {
    const refusal = await connected(database.adminUrl, async (client) => {
      await client.query('begin');
      const sql = `insert into target select (jsonb_populate_record(t, jsonb_build_object(
                     'id', gen_random_uuid(), 'applies_from', '2031-04-01', 'applies_until', '2032-04-01',
                     'at_most', 1676))).* from target t where t.baseline_value = 1754`;
      return refusalOf(client, sql);
    });
    expect(refusal).toBe('23514');
  });

  it.each([
    ['a ceiling without one', { kind: 'ceiling', change_percent: null, at_most: null }],
    ['a floor with a ceiling', { kind: 'floor', change_percent: null, at_least: 5 }],
    ['a range that ends before it begins', { kind: 'range', change_percent: null, at_least: 9, at_most: 8 }],
    ['a percentage without one', { change_percent: null }],
    ['an increase that is met by fewer', { kind: 'percentage-increase' }],
    ['"no worse" than something else', { kind: 'maintain', change_percent: null, at_most: 1755 }],
    ['a course of four quarters without them', { course: 'explicit', course_reading: 'point' }],
    ['a target in place of another without a reason', { supersedes_id: 'own', reason: ' ' }],
  ])('refuses %s', async (_, change) => {
    const refusal = await connected(database.adminUrl, async (client) => {
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>(
        'select id from target where baseline_value = 1754',
      );
      const wrong = JSON.stringify({
        ...change,
        ...('supersedes_id' in change && { supersedes_id: rows[0]!.id }),
      });
      const sql = `insert into target select (jsonb_populate_record(t, jsonb_build_object(
                     'id', gen_random_uuid(), 'applies_from', '2031-04-01', 'applies_until', '2032-04-01')
                     || $1::jsonb)).* from target t where t.baseline_value = 1754`;
      return refusalOf(client, sql, [wrong]);
    });
    expect(refusal).toBe('23514');
  });
});
