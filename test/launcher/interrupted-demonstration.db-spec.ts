import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';

/** KILLS=20 says how often the first start is killed, at points spread over it; half-way, in the short form. */
const KILLS = Number(process.env['KILLS'] ?? 1);
const MAIN = path.resolve('dist', 'apps', 'cli', 'src', 'main.js');
/** What the demonstration holds of some of its records, the first and the last that it makes among them. */
const COUNTED = ['partnership', 'person', 'measure', 'published_file', 'quarterly_return', 'audit_event'];

/** A first start that was killed while it made the demonstration. */
describe('a demonstration that was left half-made', () => {
  /** As `npm start` runs the command. */
  function seeding(database: TestDatabase) {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [MAIN, 'seed-demo', '--if-empty'], {
      env: {
        ...{ PATH, HOME, NODE_ENV: 'test' },
        ...{ DATABASE_URL: database.ownerUrl, DATABASE_RUNTIME_URL: database.runtimeUrl },
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
      child.once('close', (code) => resolve({ code, output }));
    });
    return { child, ended };
  }

  async function withDatabase(work: (database: TestDatabase, admin: Client) => Promise<void>): Promise<void> {
    const database = await createTestDatabase();
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    try {
      await work(database, admin);
    } finally {
      await admin.end();
      await database.drop();
    }
  }

  /** Kills the seeding once it has recorded so many events. */
  async function killedAfter(events: number, database: TestDatabase, admin: Client): Promise<void> {
    const { child, ended } = seeding(database);
    while ((await count(admin, 'audit_event')) < events && child.exitCode === null) await sleep(5);
    child.kill('SIGKILL');
    await ended;
  }

  it(
    'is made anew, whole, at the next start; one that is whole, or being made, is not',
    async () => {
      let whole: Record<string, number> = {};
      await withDatabase(async (database, admin) => {
        // A second start waits for the first, and does nothing.
        const starts = await Promise.all([seeding(database).ended, seeding(database).ended]);
        expect(starts.map(({ code }) => code)).toEqual([0, 0]);
        expect(starts.filter(({ output }) => output.includes('into the database.'))).toHaveLength(1);
        whole = await counts(admin);
        const again = await seeding(database).ended;
        expect([again, await counts(admin)]).toEqual([{ code: 0, output: '' }, whole]);
      });
      for (let kill = 0; kill < KILLS; kill += 1)
        await withDatabase(async (database, admin) => {
          await killedAfter((whole['audit_event']! * (kill + 1)) / (KILLS + 1), database, admin);
          expect(await counts(admin)).not.toEqual(whole);
          const { code, output } = await seeding(database).ended;
          expect([code, output]).toEqual([0, expect.stringContaining('it is made anew')]);
          expect(await counts(admin)).toEqual(whole);
        });
    },
    (KILLS + 2) * 60_000,
  );

  it.each([
    [
      'somebody has signed in',
      `insert into sign_in_event (id, at, outcome, address)
       values (gen_random_uuid(), now(), 'signed-in', '::1')`,
    ],
    [
      'somebody else is in it',
      `insert into person (id, email, name) values (gen_random_uuid(), 'x@y.example', 'Xenia Example')`,
    ],
  ])(
    'stays as it is where %s',
    async (_, use) => {
      await withDatabase(async (database, admin) => {
        await killedAfter(30, database, admin);
        await admin.query(use);
        const left = await counts(admin);
        const { code, output } = await seeding(database).ended;
        expect([code, output]).toEqual([0, expect.stringContaining('it stays as it is')]);
        expect(await counts(admin)).toEqual(left);
      });
    },
    60_000,
  );
});

async function counts(admin: Client): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of COUNTED) found[table] = await count(admin, table);
  return found;
}

async function count(admin: Client, table: string): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]!.n;
}
