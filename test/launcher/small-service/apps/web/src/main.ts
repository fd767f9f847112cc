import { createServer } from 'node:http';
import { Client } from 'pg';

/** As little of a web process as the launcher needs to see: it answers, it can die, it stops when asked. */
const { DATABASE_RUNTIME_URL, DATABASE_URL, PORT } = process.env;

async function main(): Promise<void> {
  if (DATABASE_URL) throw new Error('The web process must not know the owner of the database.');
  const client = new Client({ connectionString: DATABASE_RUNTIME_URL });
  await client.connect();

  const answers: Record<string, () => unknown> = {
    '/health': () => 'well',
    '/visits': async () => (await client.query('select count(*)::int from visit')).rows[0],
    '/die': () => process.exit(7),
    '/never-stop': () => process.removeAllListeners('SIGTERM').on('SIGTERM', () => {}).pid,
  };
  const server = createServer((request, response) => {
    void Promise.resolve(answers[request.url ?? '']?.()).then((answer) =>
      response.end(JSON.stringify(answer)),
    );
  });
  server.listen(Number(PORT), '127.0.0.1');

  process.on('SIGTERM', () => {
    void client.query('select 1').then(() => {
      console.log('web: stopping, the database is still there');
      process.exit(0);
    });
  });
}

void main();
