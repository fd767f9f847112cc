import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadWaitingFile, ReceiveFile } from '@lib/importing';
import { type ConnectedUseCases, connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';
import { HISTORICAL } from './support/dialects.js';
import { csvOf } from '../../libs/importing/src/testing/csv-of.js';

/** KILLS=100 says how often the import is killed; a few times, in the short form. */
const KILLS = Number(process.env['KILLS'] ?? 8);
const MAIN = path.resolve('dist', 'apps', 'cli', 'src', 'main.js');
/** As many rows as the real ones have, so that there is something to interrupt. */
const OFFENCES = 70;

/** A file that is asked nothing but what `--accept-rows` answers. */
function historicalFile(): Buffer {
  const [heading, , , row] = HISTORICAL.rows;
  const boroughs = ['Bexley', 'Kingston upon Thames', 'Sutton', 'Camden', 'Lambeth', 'Brent', 'Barnet'];
  const labels = Array.from({ length: OFFENCES / boroughs.length }, (_, at) => LABELS[at % LABELS.length]!);
  const rows = boroughs.flatMap((borough) =>
    labels.map(([major, minor]) => [major, minor, borough, ...row!.slice(3)]),
  );
  return csvOf([heading!, ...rows], HISTORICAL.written);
}

const LABELS = [
  ['ARSON AND CRIMINAL DAMAGE', 'ARSON'],
  ['ARSON AND CRIMINAL DAMAGE', 'CRIMINAL DAMAGE'],
  ['BURGLARY', 'DOMESTIC BURGLARY'],
  ['ROBBERY', 'ROBBERY OF PERSONAL PROPERTY'],
  ['ROBBERY', 'ROBBERY OF BUSINESS PROPERTY'],
  ['SEXUAL OFFENCES', 'RAPE'],
  ['THEFT', 'SHOPLIFTING'],
  ['THEFT', 'OTHER THEFT'],
  ['VIOLENCE AGAINST THE PERSON', 'HOMICIDE'],
  ['VIOLENCE AGAINST THE PERSON', 'VIOLENCE WITH INJURY'],
] as const;

describe('an import that is killed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-killed-'));
  const file = path.join(folder, 'historical.csv');
  beforeAll(() => writeFileSync(file, historicalFile()));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The compiled command, as a process of its own. */
  function importing(database: TestDatabase, killAfter?: number) {
    const { PATH, HOME } = process.env;
    const words = ['import', file, '--release', '2026-03', '--accept-rows'];
    const child = spawn(process.execPath, [MAIN, ...words], {
      env: { ...{ PATH, HOME, NODE_ENV: 'test' }, DATABASE_RUNTIME_URL: database.runtimeUrl },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    return new Promise<{ code: number | null; output: string }>((resolve) => {
      child.once('close', (code) => {
        clearTimeout(timer);
        resolve({ code, output });
      });
    });
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

  it(
    'has loaded all of the file or nothing, and leaves nothing in the way of the next',
    async () => {
      let [whole, took, output] = [0, 0, ''];
      await withDatabase(async (database, admin) => {
        const started = Date.now();
        const undisturbed = await importing(database);
        [took, output] = [Date.now() - started, undisturbed.output];
        expect(output).toContain('Loaded.');
        whole = (await applied(admin))[0]!.figures;
      });

      const ended = { before: 0, after: 0 };
      for (let kill = 0; kill < KILLS; kill += 1)
        await withDatabase(async (database, admin) => {
          // Before the process has begun with the file there is nothing to interrupt.
          await importing(database, took * (0.25 + 0.8 * Math.random()));
          await untilNobodyIsConnected(admin);
          const found = await applied(admin);
          expect([[], [{ figures: whole }]]).toContainEqual(found);
          ended[found.length === 0 ? 'before' : 'after'] += 1;

          const again = await importing(database);
          expect(again.code).toBe(0);
          if (found.length === 0) expect(again.output).toBe(output);
          else expect(again.output).toContain('loaded already');
          expect(await applied(admin)).toEqual([{ figures: whole }]);
          expect(await leftOver(admin)).toEqual([]);
        });
      console.log(
        `Killed ${KILLS} times: ${ended.before} with nothing loaded, ${ended.after} with all of it.`,
      );
    },
    (KILLS + 2) * 30_000,
  );

  it('does not give up what another process is at', async () => {
    await withDatabase(async (database, admin) => {
      // Two at once: the second begins while the first is reading.
      const both = await Promise.all([importing(database), importing(database)]);
      const said = both.map(({ output }) => output);
      expect(said.some((words) => words.includes('Loaded.'))).toBe(true);
      expect(said.join('')).not.toContain('abandoned');
      expect(await applied(admin)).toHaveLength(1);
      const notes = await admin.query(
        "select from published_file where 'Its process ended half-way.' = any(notes)",
      );
      expect(notes.rows).toEqual([]);
    });
  }, 60_000);
});

describe('a worker that is killed while it reads a file', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let admin: Client;

  beforeAll(async () => {
    database = await createTestDatabase('demo');
    useCases = await connectUseCases(database);
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
  }, 60_000);
  afterAll(async () => {
    await admin?.end();
    await useCases?.close();
    await database?.drop();
  });

  it('is followed by one that reads the file from the start, once the first has been silent for long', async () => {
    const actor = await useCases.actor('analyst@partnership.example');
    const partnershipId = await useCases.partnershipId('kingston');
    const sent = { name: 'historical.csv', content: chunksOf(historicalFile()) };
    const { id } = await useCases.get(ReceiveFile).execute({ actor, loadedFor: partnershipId }, sent);
    const read = () => useCases.get(ReadWaitingFile).execute(partnershipId);
    const isSilentSince = (minutes: number) =>
      admin.query(
        `update published_file set state = 'reading', attempt = 1,
                heartbeat_at = now() - make_interval(mins => $2) where id = $1`,
        [id, minutes],
      );

    await isSilentSince(1);
    expect(await read()).toBe(false);
    await isSilentSince(6);
    expect(await read()).toBe(true);
    const { rows } = await admin.query(
      `select state, attempt, cells, (select count(*)::int from published_figure where file_id = $1) as figures
         from published_file where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ state: 'read', attempt: 2, cells: OFFENCES * 167, figures: OFFENCES * 167 }]);
  });
});

/** Files that stand, each with how many figures it has. */
async function applied(admin: Client): Promise<{ figures: number }[]> {
  const { rows } = await admin.query<{ figures: number }>(
    `select (select count(*)::int from published_figure where file_id = f.id) as figures
       from published_file f where state = 'applied'`,
  );
  return rows;
}

/** Whatever there is of files that do not stand. */
async function leftOver(admin: Client): Promise<unknown[]> {
  const contents = ['figure', 'series', 'area', 'area_link', 'file_question', 'file_part'].map(
    (table) => `select '${table}' as what, file_id from published_${table}`,
  );
  const { rows } = await admin.query(
    `select what, f.state, count(*) from (${contents.join(' union all ')}) c
       join published_file f on f.id = c.file_id where f.state <> 'applied' group by 1, 2
     union all
     select 'file', state, count(*) from published_file where state not in ('applied', 'abandoned') group by 1, 2`,
  );
  return rows;
}

async function untilNobodyIsConnected(admin: Client): Promise<void> {
  const OTHERS = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                     and backend_type = 'client backend'`;
  while ((await admin.query(OTHERS)).rows.length > 0) await sleep(20);
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
