import type { Client } from 'pg';
import { connected, pretending, refusalOf } from '../database/as-role.js';
import { type PlanInHand, planInHand } from './plan-in-hand.js';

const REFUSED = '42501';
const TABLES = ['priority_wording', 'priority_measure', 'plan_action', 'plan_finding'];

describe('an adopted plan, as the runtime role by SQL', () => {
  let plan: PlanInHand;
  let adopted: string;
  let draft: string;
  beforeAll(async () => {
    plan = await planInHand();
    adopted = (await plan.sheet())!.version.id;
    draft = await plan.revise();
  });
  afterAll(() => plan.close());

  const asAnalyst = <T>(work: (client: Client) => Promise<T>) =>
    connected(plan.database.runtimeUrl, (client) =>
      pretending(client, { partnershipId: plan.partnershipId, personId: plan.analyst.personId }, () =>
        work(client),
      ),
    );
  const refused = (sql: string, values: unknown[] = []) =>
    asAnalyst((client) => refusalOf(client, sql, values));
  const copyInto = (table: string) => `
    insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
      'plan_version_id', $2::uuid${table === 'priority_measure' ? ", 'measure_id', (select id from measure where slug = 'orders-completed')" : ''}
      ${table.startsWith('plan') ? ", 'identity_id', gen_random_uuid()" : ''}))).*
      from ${table} t where t.plan_version_id = $1 limit 1`;

  it.each(TABLES)('refuses a row of %s superseded, changed, removed or added', async (table) => {
    const supersede = `update ${table} set superseded_at = now() where plan_version_id = $1`;
    expect(await refused(supersede, [adopted])).toBe(REFUSED);
    expect(await refused(`delete from ${table} where plan_version_id = $1`, [adopted])).toBe(REFUSED);
    expect(await refused(copyInto(table), [adopted, adopted])).toBe(REFUSED);
    // The same on the draft goes through: it is the adoption that refuses.
    expect(await refused(supersede, [draft])).toBeNull();
    if (table !== 'priority_wording') expect(await refused(copyInto(table), [adopted, draft])).toBeNull();
  });

  it('refuses contributors and traces that are added to it', async () => {
    const contributor = `insert into priority_contributor
      select w.partnership_id, w.id, a.id from priority_wording w, authority a
       where w.plan_version_id = $1 and a.name = 'NHS South West London integrated care board' limit 1`;
    const trace = `insert into plan_finding_priority
      select f.partnership_id, f.id, p.id from plan_finding f, priority p
       where f.plan_version_id = $1 and not exists (select from plan_finding_priority x
         where x.finding_id = f.id and x.priority_id = p.id) limit 1`;
    for (const sql of [contributor, trace]) {
      expect(await refused(sql, [adopted])).toBe(REFUSED);
      expect(await refused(sql, [draft])).toBeNull();
    }
  });

  it.each([
    ['made a draft again', "update plan_version set state = 'draft', in_force_from = null where id = $1"],
    ['edited', 'update plan_version set edits = edits + 1 where id = $1'],
    ['ended by hand', "update plan_version set in_force_until = '2030-01-01' where id = $1"],
    ['superseded without a move', "update plan_version set state = 'superseded' where id = $1"],
    ['removed', 'delete from plan_version where id = $1'],
    ['given another number', 'update plan_version set number = 7 where id = $1'],
  ])('refuses the version %s', async (_, sql) => {
    expect(await refused(sql, [adopted])).toBe(REFUSED);
  });

  it('refuses a draft adopted without its move, and a move without its decision', async () => {
    const adopt = "update plan_version set state = 'adopted', in_force_from = '2031-04-01' where id = $1";
    expect(await refused(adopt, [draft])).toBe(REFUSED);
    const move = `insert into plan_version_move (partnership_id, id, plan_version_id, number, state, adopted_on,
        in_force_from, recorded_by, recorded_at)
      values (current_partnership(), gen_random_uuid(), $1, 2, 'adopted', '2031-03-01', '2031-04-01', current_person(), now())`;
    expect(await refused(move, [draft])).toBe('23514');
  });

  it('refuses moves that are not in the table, and in somebody else’s name', async () => {
    const move = (state: string, number: number, by = 'current_person()') => `
      insert into plan_version_move (partnership_id, id, plan_version_id, number, state, recorded_by, recorded_at)
      values (current_partnership(), gen_random_uuid(), $1, ${number}, '${state}', ${by}, now())`;
    expect(await refused(move('draft', 2), [draft])).toBe(REFUSED);
    expect(await refused(move('consultation', 3), [adopted])).toBe(REFUSED);
    expect(await refused(move('consultation', 2, 'gen_random_uuid()'), [draft])).toBe(REFUSED);
    expect(await refused(move('consultation', 2), [draft])).toBeNull();
    expect(await refused(move('discarded', 3), [adopted])).toBe(REFUSED);
    // A draft is not discarded without a reason.
    expect(await refused(move('discarded', 2), [draft])).toBe('23514');
  });

  it('has one draft at a time', async () => {
    const second = `insert into plan_version (partnership_id, id, plan_id, number, state, source, edits)
      select partnership_id, gen_random_uuid(), plan_id, 9, 'draft', source, 0 from plan_version where id = $1`;
    expect(await refused(second, [adopted])).toBe('23505');
  });

  it.each(['board_decision', 'plan_version_move', 'upper_plan', 'priority', 'priority_contributor'])(
    'lets nobody change or remove a row of %s, the owner neither',
    async (table) => {
      await connected(plan.database.adminUrl, async (client) => {
        await client.query('begin');
        for (const sql of [`delete from ${table}`, `update ${table} set partnership_id = partnership_id`])
          expect([sql, await refusalOf(client, sql)]).toEqual([sql, REFUSED]);
        expect(await refusalOf(client, `truncate ${table} cascade`)).toBe(REFUSED);
        await client.query('rollback');
      });
    },
  );
});
