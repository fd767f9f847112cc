import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '@lib/testing';
import { Client } from 'pg';

/** ROWS=10000000 says how many rows a file has; fewer, in the short form. */
const ROWS = Number(process.env['ROWS'] ?? 200_000);
const FEW = 20_000;
const SUPPORT = path.resolve('test', 'bench', 'support');
const PATIENCE_MS = 60_000 + ROWS;

/** What test/bench/support/import-one.cjs says of an import in a process of its own. */
interface Imported {
  readonly state: string;
  readonly failure: string | null;
  /** Megabytes that the process had at most. */
  readonly peak: number;
}

describe('a file with far more rows than others', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tracker-long-'));
  const databases: TestDatabase[] = [];
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const database of databases) await database.drop();
  });

  const run = (program: string, words: readonly string[]) =>
    execFileSync(process.execPath, [path.join(SUPPORT, program), ...words], { encoding: 'utf8' });

  async function imported(
    kind: 'street' | 'wide',
    rows: number,
  ): Promise<Imported & { crimes: number | null }> {
    const file = path.join(folder, `${kind}-${rows}.csv`);
    run('published-files.cjs', [kind, file, String(rows)]);
    const database = await createTestDatabase();
    databases.push(database);
    const said = JSON.parse(
      run('import-one.cjs', [database.runtimeUrl, file]).trim().split('\n').at(-1)!,
    ) as Imported;
    rmSync(file);
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    const { rows: counted } = await admin.query<{ crimes: number | null }>(
      `select sum(value)::int as crimes from published_figure g
         join published_file f on f.id = g.file_id and f.state = 'applied'`,
    );
    await admin.end();
    return { ...said, crimes: counted[0]!.crimes };
  }

  it(
    `is loaded, all ${ROWS} crimes of it, in no more memory than a shorter one takes`,
    async () => {
      const [few, many] = [await imported('street', FEW), await imported('street', ROWS)];
      expect([few.crimes, many.crimes]).toEqual([FEW, ROWS]);
      console.log(`${FEW} crimes: ${few.peak} MB at most; ${ROWS}: ${many.peak} MB.`);
      expect(many.peak - few.peak).toBeLessThan(100);
    },
    PATIENCE_MS,
  );

  it(
    `is refused where no such file has ${ROWS} rows`,
    async () => {
      const { failure, peak, crimes } = await imported('wide', ROWS);
      expect(failure).toMatch(/^The file has more than 20,000 rows, and no such file has as many/);
      expect(crimes).toBeNull();
      console.log(`Refused with ${peak} MB at most.`);
      expect(peak).toBeLessThan(450);
    },
    PATIENCE_MS,
  );
});
