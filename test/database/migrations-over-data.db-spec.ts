import { newId } from '@lib/kernel';
import { runMigrations } from '@lib/persistence';
import { createTestDatabase, type TestDatabase } from '@lib/testing';
import type { Client } from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import { connected } from './as-role.js';

/** The last migration before there were forms and ends of roles on record. */
const BEFORE = 15;

const [PARTNERSHIP, AUTHORITY, MEASURE, COMPOSITE] = [newId(), newId(), newId(), newId()];
const [FIRST_RETURN, CORRECTION] = [newId(), newId()];
const [PRIYA, OSCAR, ADAM] = [newId(), newId(), newId()];
const ROLES = {
  held: newId(),
  ended: newId(),
  takenBack: newId(),
  neverBegun: newId(),
  toItsEnd: newId(),
  untold: newId(),
};

/** What somebody who has used the service for a while has in their database when a new version is started on it. */
describe('migrations over a database that is in use', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await asAdmin((client) => client.query('drop schema public cascade'));
    await asAdmin((client) => client.query(`create schema public authorization ${ownerOf(database)}`));
    await runMigrations(database.ownerUrl, MIGRATIONS.slice(0, BEFORE));
    await asAdmin(fill);
    await runMigrations(database.ownerUrl, MIGRATIONS);
  });
  afterAll(() => database.drop());

  const asAdmin = <Result>(work: (client: Client) => Promise<Result>) => connected(database.adminUrl, work);
  const rows = async (sql: string) =>
    (await asAdmin((client) => client.query<Record<string, unknown>>(sql))).rows;

  it('keeps every measure, made from none of the catalogue', async () => {
    expect(await rows('select id, catalogue_key from measure order by slug')).toEqual([
      { id: COMPOSITE, catalogue_key: null },
      { id: MEASURE, catalogue_key: null },
    ]);
  });

  it('makes the one form there was of what was asked: counts, of their authority', async () => {
    expect(await rows('select id, name from return_form')).toEqual([
      { id: PARTNERSHIP, name: 'Quarterly return' },
    ]);
    expect(await rows('select form_id, number, applies_from::text as from from return_form_version')).toEqual(
      [{ form_id: PARTNERSHIP, number: 1, from: '2010-04-01' }],
    );
    expect(await rows('select measure_id, authority_id from return_form_line')).toEqual([
      { measure_id: MEASURE, authority_id: AUTHORITY },
    ]);
  });

  it('tells every return its form, corrections too', async () => {
    const form = { form_id: PARTNERSHIP, form_version_id: PARTNERSHIP };
    expect(await rows('select id, form_id, form_version_id from quarterly_return order by revision')).toEqual(
      [
        { id: FIRST_RETURN, ...form },
        { id: CORRECTION, ...form },
      ],
    );
  });

  it.each<[keyof typeof ROLES, Record<string, string | null>]>([
    ['held', { recorded: '2010-04-01 09:00', until: null, ended: null }],
    ['ended', { recorded: '2011-01-01 09:00', until: null, ended: '2011-06-01 12:00' }],
    ['takenBack', { recorded: '2011-07-15 09:00', until: '2011-07-22 23:00', ended: '2011-07-19 12:00' }],
    ['neverBegun', { recorded: '2011-07-20 09:00', until: '2011-07-26 23:00', ended: '2011-07-20 15:00' }],
    ['toItsEnd', { recorded: '2011-08-01 09:00', until: '2011-08-05 23:00', ended: null }],
    ['untold', { recorded: '2012-01-01 00:00', until: '2012-01-02 00:00', ended: null }],
  ])(
    'says of the role that was %s until when it was given, and when it ended instead',
    async (role, said) => {
      const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI')`;
      expect(
        await rows(
          `select ${utc('recorded_at')} as recorded, ${utc('held_until')} as until, ${utc('ended_at')} as ended
           from role_assignment where id = '${ROLES[role]}'`,
        ),
      ).toEqual([said]);
    },
  );

  it('numbers the parts of a sum, names who did each event, and gives the partnership its legal setting', async () => {
    expect(await rows('select component_id, position from measure_component')).toEqual([
      { component_id: MEASURE, position: 1 },
    ]);
    expect(await rows('select distinct actor_name from audit_event')).toEqual([{ actor_name: 'Priya' }]);
    expect(
      await rows('select nation, council, policing_body, fire_authority, pilots from partnership'),
    ).toEqual([
      {
        ...{ nation: 'england', council: 'london-borough', policing_body: 'mopac' },
        ...{ fire_authority: 'london-fire-commissioner', pilots: [] },
      },
    ]);
  });

  it('leaves row-level security forced, and every trigger at work', async () => {
    expect(
      await rows(
        `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
            and relrowsecurity and not relforcerowsecurity`,
      ),
    ).toEqual([]);
    expect(await rows("select tgname from pg_trigger where tgenabled <> 'O'")).toEqual([]);
  });
});

/** Past the rules that bind whoever writes: these rows are what is left when they were kept to. */
async function fill(client: Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  const insert = async (table: string, ...records: readonly Record<string, unknown>[]) => {
    for (const record of records) {
      const names = Object.keys(record);
      await client.query(
        `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(record),
      );
    }
  };
  const ours = { partnership_id: PARTNERSHIP };
  await insert('partnership', {
    id: PARTNERSHIP,
    slug: 'somewhere',
    name: 'Somewhere',
    area_name: 'Here',
    local_policing_body: 'A mayor',
    brand_colour: '#123456',
  });
  await insert('authority', {
    ...{ ...ours, id: AUTHORITY, kind: 'police', name: 'Police', member_from: '2000-01-01' },
  });
  await insert(
    'person',
    { id: PRIYA, email: 'priya@police.example', name: 'Priya' },
    { id: OSCAR, email: 'oscar@police.example', name: 'Oscar' },
    { id: ADAM, email: 'adam@police.example', name: 'Adam' },
  );

  const measure = { ...ours, authority_id: AUTHORITY };
  await insert(
    'measure',
    { ...measure, id: MEASURE, slug: 'burglary' },
    { ...measure, id: COMPOSITE, slug: 'all-crime' },
  );
  const definition = {
    ...{ ...ours, version: 1, in_force_from: '2010-04-01', unit: 'offences', direction: 'lower' },
    ...{ wording: 'Offences', source: 'Police', recorded_at: '2010-04-01T09:00Z' },
    ...{ sensitivity: 'ordinary', rolling_twelve_months: false, counted_by: 'quarter' },
  };
  const sum = newId();
  await insert(
    'measure_definition',
    { ...definition, id: newId(), measure_id: MEASURE, name: 'Burglary', kind: 'count' },
    { ...definition, id: sum, measure_id: COMPOSITE, name: 'All crime', kind: 'composite' },
  );
  await insert('measure_component', { ...ours, definition_id: sum, component_id: MEASURE });
  await insert('reporting_quarter', {
    ...{ ...ours, first_day: '2011-04-01', due_on: '2011-07-30', statutory_due_on: '2011-09-30' },
    ...{ opened_at: '2011-07-01T09:00Z', recorded_at: '2011-07-01T09:00Z' },
  });
  const made = { ...ours, authority_id: AUTHORITY, quarter_first_day: '2011-04-01', version: 1 };
  await insert(
    'quarterly_return',
    { ...made, id: FIRST_RETURN, revision: 1, state: 'accepted', made_at: '2011-07-01T09:00Z' },
    {
      ...{ ...made, id: CORRECTION, revision: 2, state: 'draft', made_at: '2011-10-01T09:00Z' },
      ...{ restates_id: FIRST_RETURN, restatement_kind: 'error', restatement_reason: 'Counted twice' },
    },
  );

  const role = { ...ours, authority_id: AUTHORITY, reason: 'Because' };
  const lent = { ...role, role: 'authority-approver', person_id: OSCAR, delegated_from: PRIYA };
  await insert(
    'role_assignment',
    {
      ...{ ...role, id: ROLES.held, person_id: PRIYA, role: 'authority-approver' },
      held_from: '2010-04-01T09:00Z',
    },
    {
      ...{ ...role, id: ROLES.ended, person_id: OSCAR, role: 'authority-officer' },
      ...{ held_from: '2011-01-01T09:00Z', held_until: '2011-06-01T12:00Z' },
    },
    // Lent until the 22nd of July, and until the 26th: their ends were moved when they were taken back.
    { ...lent, id: ROLES.takenBack, held_from: '2011-07-17T23:00Z', held_until: '2011-07-19T12:00Z' },
    { ...lent, id: ROLES.neverBegun, held_from: '2011-07-24T23:00Z', held_until: '2011-07-24T23:00Z' },
    { ...lent, id: ROLES.toItsEnd, held_from: '2011-08-01T09:00Z', held_until: '2011-08-05T23:00Z' },
    {
      ...{ ...lent, id: ROLES.untold, delegated_from: ADAM },
      ...{ held_from: '2012-01-01T00:00Z', held_until: '2012-01-02T00:00Z' },
    },
  );
  const told = [
    ['RoleDelegated', '2011-07-15T09:00Z', { from: '2011-07-18', until: '2011-07-22' }],
    ['DelegationEnded', '2011-07-19T12:00Z', {}],
    ['RoleDelegated', '2011-07-20T09:00Z', { from: '2011-07-25', until: '2011-07-26' }],
    ['DelegationEnded', '2011-07-20T15:00Z', {}],
    ['RoleDelegated', '2011-08-01T09:00Z', { from: '2011-08-01', until: '2011-08-05' }],
  ] as const;
  await insert(
    'audit_event',
    ...told.map(([type, at, data], index) => ({
      ...{ ...ours, seq: index + 1, recorded_at: at, actor_id: PRIYA, type, subject_id: OSCAR },
      ...{ content: JSON.stringify({ actor: { name: 'Priya' }, data }), previous_hash: '', hash: '' },
    })),
  );
}

function ownerOf({ ownerUrl }: TestDatabase): string {
  return new URL(ownerUrl).username;
}
