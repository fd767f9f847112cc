import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './test-database.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  const made: TestDatabase[] = [];
  const make = async (): Promise<TestDatabase> => {
    const database = await createTestDatabase();
    made.push(database);
    return database;
  };

  afterEach(() => Promise.all(made.splice(0).map((database) => database.drop())));

  it('is migrated, and no other test sees it', async () => {
    const [mine, theirs] = await Promise.all([make(), make()]);
    expect(mine.name).not.toBe(theirs.name);
    await query(mine.ownerUrl, 'create table only_mine (id int)');
    expect(await query(theirs.ownerUrl, `select to_regclass('only_mine') as there`)).toEqual([
      { there: null },
    ]);
    expect(
      await query(mine.ownerUrl, `select to_regclass('schema_migration') is not null as migrated`),
    ).toEqual([{ migrated: true }]);
  });

  it('is entered by the service as a role that owns nothing', async () => {
    const { runtimeUrl } = await make();
    const owned = `select count(*)::int as owned from pg_class where pg_get_userbyid(relowner) = current_user`;
    expect(await query(runtimeUrl, owned)).toEqual([{ owned: 0 }]);
    await expect(query(runtimeUrl, 'create table mine (id int)')).rejects.toThrow('permission denied');
  });

  it('is gone when it is dropped, even with a connection open', async () => {
    const { drop, runtimeUrl } = await createTestDatabase();
    const client = new Client({ connectionString: runtimeUrl });
    client.on('error', () => {}); // it is thrown out
    await client.connect();
    await drop();
    await expect(query(runtimeUrl, 'select 1')).rejects.toThrow('does not exist');
  });
});
