import type { TestDatabase } from '@lib/testing';
import { Client } from 'pg';

/** Looks at a database behind the service's back, past row-level security. */
export interface Onlooker {
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A hash of the content of every table: the same twice means that nothing was changed between. */
  contents(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** Sessions come and go with every page, and are no record of anything. */
const NOT_A_RECORD = ['session', 'schema_migration'];

export async function lookInto({ adminUrl }: TestDatabase): Promise<Onlooker> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const rows: Onlooker['rows'] = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(sql, [...values])).rows;
  const tables = await rows<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1`,
    [NOT_A_RECORD],
  );
  const hashes = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, ' ' order by t::text), ''))
         as hash from ${client.escapeIdentifier(name)} t`,
  );
  return {
    rows,
    async contents() {
      const found = await rows<{ name: string; hash: string }>(`${hashes.join(' union all ')} order by name`);
      return Object.fromEntries(found.map(({ name, hash }) => [name, hash]));
    },
    close: () => client.end(),
  };
}
