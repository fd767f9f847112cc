import type { TestDatabase } from '@lib/testing';
import { Client } from 'pg';

/** Looks at a database behind the service's back, past row-level security. */
export interface Onlooker {
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * How many rows each table has and which transactions wrote them: the same twice means that nothing was written
   * between. It costs a tenth of reading what the rows say, and the tests ask for it thousands of times.
   */
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
  // Every insert and update leaves the number of its transaction in `xmin`. Prepared once: to plan it takes longest.
  const written = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' rows, ' || coalesce(sum(xmin::text::bigint), 0) as written
         from ${client.escapeIdentifier(name)}`,
  );
  return {
    rows,
    async contents() {
      const text = written.join(' union all ');
      const { rows: found } = await client.query<{ name: string; written: string }>({
        name: 'contents',
        text,
      });
      return Object.fromEntries(found.map((table) => [table.name, table.written]));
    },
    close: () => client.end(),
  };
}
