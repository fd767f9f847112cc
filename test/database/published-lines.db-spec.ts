import { newId } from '@lib/kernel';
import { runMigrations } from '@lib/persistence';
import { createTestDatabase, type TestDatabase } from '@lib/testing';
import type { Client } from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import { PublishedLines } from '../../migrations/0033-published-lines.js';
import { connected } from './as-role.js';

const [WIDE, LONG] = [newId(), newId()];

/** Area, series, first day, last but one, value, mark, row, column, sheet, rows counted: as they were kept before. */
const FIGURES: readonly (readonly unknown[])[] = [
  [WIDE, 1, 1, '2024-01-01', '2024-02-01', '10', null, 2, 3, null, 1],
  // The columns need not be in the order of time.
  [WIDE, 1, 1, '2024-03-01', '2024-04-01', '12.50', null, 2, 4, null, 1],
  [WIDE, 1, 1, '2024-02-01', '2024-03-01', null, 'blank', 2, 5, null, 1],
  [WIDE, 1, 2, '2024-01-01', '2024-02-01', '0', null, 3, 3, null, 1],
  [WIDE, 1, 2, '2024-03-01', '2024-04-01', '7', null, 3, 4, null, 1],
  [WIDE, 1, 2, '2024-02-01', '2024-03-01', '8', null, 3, 5, null, 1],
  [LONG, 1, 1, '2024-01-01', '2024-02-01', '3', null, 4, 6, 'Figures', 5],
  [LONG, 1, 1, '2024-02-01', '2024-03-01', null, 'x', 9, 6, 'Figures', 1],
];

describe('figures that were kept one by one, after they are kept line by line', () => {
  let database: TestDatabase;
  let before: readonly unknown[];
  beforeAll(async () => {
    database = await createTestDatabase();
    await asAdmin(async (client) => {
      await client.query('drop schema public cascade');
      await client.query(
        `create schema public authorization ${new URL(database.ownerUrl).username}; grant usage on schema public to public`,
      );
    });
    await runMigrations(database.ownerUrl, MIGRATIONS.slice(0, MIGRATIONS.indexOf(PublishedLines)));
    await asAdmin(fill);
    before = await figures();
    await runMigrations(database.ownerUrl, MIGRATIONS);
  });
  afterAll(() => database.drop());

  const asAdmin = <Result>(work: (client: Client) => Promise<Result>) => connected(database.adminUrl, work);
  const rows = (sql: string) =>
    asAdmin(async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
  const figures = () =>
    rows('select f::text as figure from published_figure f order by f.file_id, f.series, f.period_from').then(
      (all) => all.map(({ figure }) => figure),
    );

  it('are the same figures, of the same cells', async () => {
    expect(before).toHaveLength(FIGURES.length);
    expect(await figures()).toEqual(before);
  });

  it('stand in a row for each line, whose columns are kept once', async () => {
    const counted = await rows(
      `select f.name, (select count(*)::int from published_line l where l.file_id = f.id) as lines,
              (select array_agg(cardinality(column_numbers)) from published_shape s where s.file_id = f.id) as shapes
         from published_file f order by f.name`,
    );
    expect(counted).toEqual([
      { name: 'long', lines: 2, shapes: [1, 1] },
      { name: 'wide', lines: 2, shapes: [3] },
    ]);
  });
});

async function fill(client: Client): Promise<void> {
  for (const [id, name] of [
    [WIDE, 'wide'],
    [LONG, 'long'],
  ])
    await client.query(
      `insert into published_file (id, name, size, state, rows_read, bytes_read, cells, notes, attempt, heartbeat_at,
         received_at) values ($1, $2, 1, 'reading', 0, 0, 0, '{}', 0, now(), now())`,
      [id, name],
    );
  for (const figure of FIGURES)
    await client.query(
      `insert into published_figure (file_id, area, series, period_from, period_until, value, mark, row_number,
         column_number, sheet, rows_counted) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [...figure],
    );
}
