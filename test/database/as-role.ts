import { Client } from 'pg';

/** Speaks SQL over one connection, as whoever the address signs in, and hangs up afterwards. */
export async function connected<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Within a transaction that says which partnership and who, as the application does; rolled back at the end. */
export async function pretending<Result>(
  client: Client,
  who: { partnershipId?: string; personId?: string },
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  try {
    await client.query(
      "select set_config('app.partnership_id', $1, true), set_config('app.person_id', $2, true)",
      [who.partnershipId ?? '', who.personId ?? ''],
    );
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** The SQLSTATE a statement is refused with, or null when it is not. Leaves the transaction as it was. */
export async function refusalOf(client: Client, sql: string, values: unknown[] = []): Promise<string | null> {
  await client.query('savepoint attempt');
  try {
    await client.query(sql, values);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}
