import { Client } from 'pg';

/** The commands that the launcher calls, and a few to look through its hands. */
const [name = '', argument = ''] = process.argv.slice(2);
const { DATABASE_RUNTIME_URL, DATABASE_URL } = process.env;

const COMMANDS: Record<string, (client: Client) => Promise<unknown>> = {
  migrate: (client) =>
    client.query(
      'create table if not exists visit (at timestamptz); grant select, insert on visit to tracker_runtime',
    ),
  'seed-demo': (client) =>
    client.query('insert into visit select now() where not exists (select from visit)'),
  'demo-sign-ins': async () => console.log('officer@example.org'),
  'who-am-i': async (client) => {
    const { rows } = await client.query<{ user: string }>('select current_user as user');
    console.log(JSON.stringify({ user: rows[0]?.user, knowsOwner: DATABASE_URL !== undefined }));
  },
  wait: (client) => client.query('select pg_sleep($1)', [argument]),
  fail: async () => process.exit(Number(argument)),
};

async function main(): Promise<void> {
  const client = new Client({ connectionString: name === 'migrate' ? DATABASE_URL : DATABASE_RUNTIME_URL });
  await client.connect();
  await COMMANDS[name]?.(client);
  await client.end();
}

void main();
