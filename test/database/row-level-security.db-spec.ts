import { MakeBundle, RequestBundle } from '@lib/audit-bundle';
import { calendarDate } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type ConnectedUseCases, connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { seedKingston2010 } from '../kingston-2010/index.js';
import { connected, pretending, refusalOf } from './as-role.js';

/** Tables that belong to no partnership, and why. Every other table must be bound to one. */
const OF_NO_PARTNERSHIP: Record<string, string> = {
  partnership: 'the directory: its own policies let everybody read and each change only its own entry',
  person: 'somebody can work in several partnerships; nothing here says in which',
  password_credential: 'belongs to a person',
  session: 'belongs to a person',
  sign_in_event: 'happens before a partnership is known',
  sign_in_limit: 'happens before a partnership is known',
  schema_migration: 'about the database itself',
  ...Object.fromEntries(
    [
      'file',
      'file_part',
      'series',
      'area',
      'area_link',
      'line',
      'shape',
      'file_question',
      'meaning',
      'table',
    ].map((what) => [
      `published_${what}`,
      'published for everybody, or loaded for one partnership: see published-figures.db-spec',
    ]),
  ),
};

/** Not a partnership's own table when it has no such column: found anew in each run. */
async function tables(database: TestDatabase) {
  return connected(database.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string; tenant: boolean; forced: boolean; owner: string }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
             pg_get_userbyid(c.relowner) as owner,
             exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id') as tenant
        from pg_class c
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
    return rows;
  });
}

/** The demonstration has none: a visitor makes the first one. */
async function makeABundle(useCases: ConnectedUseCases, slug: string): Promise<void> {
  const auditor = await useCases.actor(`auditor@${slug === 'kingston' ? '' : `${slug}.`}partnership.example`);
  const partnership = (await useCases.get(PartnershipDirectory).bySlug(slug))!;
  const day = calendarDate('2011-03-31');
  await useCases.get(RequestBundle).execute(auditor, partnership.id, { from: day, until: day });
  await useCases.get(MakeBundle).execute(partnership, { signingKey: null, checkpoints: null });
}

describe('row-level security, as the runtime role', () => {
  let database: TestDatabase;
  let kingston: string;
  let elsewhere: string;
  let tenantTables: string[];

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    const useCases = await connectUseCases(database);
    await seedKingston2010(useCases, 'elsewhere');
    for (const slug of ['kingston', 'elsewhere']) await makeABundle(useCases, slug);
    kingston = await useCases.partnershipId('kingston');
    elsewhere = await useCases.partnershipId('elsewhere');
    await useCases.close();
    tenantTables = (await tables(database)).filter(({ tenant }) => tenant).map(({ name }) => name);
  });
  afterAll(() => database.drop());

  it('binds every table to a partnership, or the list above says why not', async () => {
    const unbound = (await tables(database)).filter(({ tenant, forced }) => !(tenant && forced));
    expect(unbound.map(({ name }) => name).sort()).toEqual(Object.keys(OF_NO_PARTNERSHIP).sort());
  });

  it('has something of the other partnership in every table, so that the tests below can fail', async () => {
    await connected(database.adminUrl, async (client) => {
      for (const table of tenantTables) {
        const { rowCount } = await client.query(`select from ${table} where partnership_id = $1`, [
          elsewhere,
        ]);
        expect([table, rowCount]).not.toEqual([table, 0]);
      }
    });
  });

  it('shows nothing of another partnership', async () => {
    await connected(database.runtimeUrl, (client) =>
      pretending(client, { partnershipId: kingston }, async () => {
        for (const table of tenantTables) {
          const { rows } = await client.query<{ partnership_id: string }>(
            `select distinct partnership_id from ${table}`,
          );
          expect([table, rows.filter((row) => row.partnership_id !== kingston)]).toEqual([table, []]);
        }
      }),
    );
  });

  it('shows nothing at all to who says no partnership', async () => {
    await connected(database.runtimeUrl, async (client) => {
      for (const table of tenantTables) {
        const { rowCount } = await client.query(`select from ${table}`);
        expect([table, rowCount]).toEqual([table, 0]);
      }
    });
  });

  it('lets nobody change, remove or add anything of another partnership', async () => {
    await connected(database.runtimeUrl, (client) =>
      pretending(client, { partnershipId: kingston }, async () => {
        for (const table of tenantTables) {
          for (const sql of [`delete from ${table}`, `update ${table} set partnership_id = partnership_id`]) {
            await client.query('savepoint attempt');
            const touched = await client.query(`${sql} where partnership_id = $1`, [elsewhere]).then(
              ({ rowCount }) => rowCount,
              (error: { code: string }) => (error.code === '42501' ? 0 : error),
            );
            await client.query('rollback to savepoint attempt');
            expect([table, sql, touched]).toEqual([table, sql, 0]);
          }
        }
      }),
    );
    // A copy of a row of its own, made over to the other partnership.
    await connected(database.adminUrl, async (admin) => {
      for (const table of tenantTables) {
        const { rows } = await admin.query(
          `select to_jsonb(t) as row from ${table} t where partnership_id = $1 limit 1`,
          [kingston],
        );
        if (!rows[0]) continue;
        const refusal = await connected(database.runtimeUrl, (client) =>
          pretending(client, { partnershipId: kingston }, () =>
            refusalOf(
              client,
              `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
              [JSON.stringify({ ...(rows[0] as { row: object }).row, partnership_id: elsewhere })],
            ),
          ),
        );
        expect([table, refusal]).toEqual([table, '42501']);
      }
    });
  });

  it.each(['role_assignment', 'calendar_address'])(
    'shows a person their own in %s before the partnership is known, and nobody else’s',
    async (table) => {
      const { rows } = await connected(database.adminUrl, (client) =>
        client.query<{ person_id: string }>(`select person_id from ${table} where partnership_id = $1`, [
          elsewhere,
        ]),
      );
      const personId = rows[0]!.person_id;
      const seen = await connected(database.runtimeUrl, (client) =>
        pretending(client, { personId }, () =>
          client.query<{ person_id: string }>(`select person_id from ${table}`),
        ),
      );
      expect(new Set(seen.rows.map((row) => row.person_id))).toEqual(new Set([personId]));
    },
  );

  it('lets a partnership change its own entry in the directory and no other', async () => {
    await connected(database.runtimeUrl, (client) =>
      pretending(client, { partnershipId: kingston }, async () => {
        const change = (id: string) =>
          client.query("update partnership set name = 'Mine' where id = $1", [id]);
        expect((await change(kingston)).rowCount).toBe(1);
        expect((await change(elsewhere)).rowCount).toBe(0);
      }),
    );
  });

  it('runs as a role that owns nothing and may not change the schema', async () => {
    await connected(database.runtimeUrl, async (client) => {
      const { rows } = await client.query<{ current_user: string }>('select current_user');
      expect((await tables(database)).filter(({ owner }) => owner === rows[0]!.current_user)).toEqual([]);
      await client.query('begin');
      expect(await refusalOf(client, 'create table mine (id int)')).toBe('42501');
      expect(await refusalOf(client, 'alter table figure disable row level security')).toBe('42501');
      expect(await refusalOf(client, 'set role tracker_owner')).not.toBeNull();
      await client.query('rollback');
    });
  });
});
