import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';
import { recordedReturns } from './support/evidence.js';
import { Officer } from './support/officer.js';
import { WebProcess } from './support/web-process.js';

describe('a database that ends all connections, as when it is restarted', () => {
  let database: TestDatabase;
  let admin: Client;
  let web: WebProcess;

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    web = await WebProcess.start(database.runtimeUrl);
  }, 60_000);
  afterAll(async () => {
    await web?.kill();
    await admin?.end();
    await database?.drop();
  });

  it('does not end the web process, and people go on as before', async () => {
    const officer = await Officer.signIn(web.address);
    const draft = (await recordedReturns(admin)).find(
      ({ state, lines }) => state === 'draft' && lines.length === 8,
    )!;
    expect(await officer.save(draft, draft.version, 10)).toBe(true);
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(rowCount).toBeGreaterThan(1);
    // Who asks before the process has noticed may be told to try again.
    await sleep(250);
    expect([web.isRunning, web.output]).toEqual([true, '']);
    expect(await officer.save(draft, draft.version + 1, 20)).toBe(true);
  });
});
