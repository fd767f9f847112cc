import { connectUseCases, type ConnectedUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { DataSource } from 'typeorm';
import { connected } from './as-role.js';

/** Tables that no row class maps: they belong to libraries, or are reached by SQL or kept by triggers alone. */
const UNMAPPED = [
  ...['reporting_quarter_history', 'request_key', 'schema_migration', 'session', 'sign_in_limit'],
  // Filled with many rows at once.
  ...['published_area', 'published_area_link', 'published_line', 'published_shape', 'published_file_part'],
  ...['published_file_question', 'published_meaning', 'published_series', 'published_table'],
];

/** Constraints and indexes are the migrations' alone and have tests of their own: row classes carry columns only. */
const ABOUT_CONSTRAINTS = /^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT)/;

describe('row classes and migrations', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  beforeAll(async () => {
    database = await createTestDatabase();
    useCases = await connectUseCases(database);
  });
  afterAll(async () => {
    await useCases.close();
    await database.drop();
  });

  it('agree on every column', async () => {
    const { upQueries } = await useCases.get(DataSource).driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).filter((query) => !ABOUT_CONSTRAINTS.test(query))).toEqual([]);
  });

  it('agree on every table', async () => {
    const mapped = useCases.get(DataSource).entityMetadatas.map(({ tableName }) => tableName);
    const { rows } = await connected(database.adminUrl, (client) =>
      client.query<{ name: string }>(
        "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
      ),
    );
    expect([...mapped, ...UNMAPPED].sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});
