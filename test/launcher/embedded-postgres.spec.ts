import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { commandsNaming, leftOvers, Program } from './support/program.js';
import { itWhere } from './support/skip-loudly.js';
import { temporaryFolder } from './support/temporary-folder.js';

/** Each scenario really happens: a real server, real signals, real users. */
describe('the embedded PostgreSQL', () => {
  const HOLDER = path.join(__dirname, 'support', 'hold-postgres.cjs');
  const NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const isRoot = process.getuid?.() === 0;
  const nobodyCanRunUs =
    isRoot &&
    spawnSync('setpriv', [...NOBODY, process.execPath, '--check', HOLDER], { stdio: 'ignore' }).status === 0;
  const onLinux = itWhere(process.platform === 'linux', 'the scenarios of the embedded database need Linux');
  const asRoot = itWhere(isRoot, 'starting the database as root: the tests do not run as root');
  const asNobody = itWhere(
    nobodyCanRunUs,
    'starting the database as another user: not root, or the folder is closed',
  );

  let temporary: ReturnType<typeof temporaryFolder>;
  let directory: string;
  let readyMade: ReturnType<typeof temporaryFolder>;

  /** Making a cluster takes a second: those tests that are not about it get a copy of this one. */
  beforeAll(async () => {
    readyMade = temporaryFolder();
    directory = path.join(readyMade.folder, 'postgres');
    const program = hold();
    await started(program);
    program.kill('SIGTERM');
    await program.ended;
  });

  afterAll(() => readyMade.remove());

  beforeEach(() => {
    temporary = temporaryFolder();
    directory = path.join(temporary.folder, 'data', 'postgres');
  });

  afterEach(async () => {
    await Program.endAll();
    temporary.remove();
  });

  function useReadyMadeCluster(): void {
    cpSync(path.join(readyMade.folder, 'postgres'), directory, { recursive: true });
    chmodSync(path.join(directory, 'cluster'), 0o700); // a copied folder gets the usual rights
  }

  function hold(purpose = 'service', environment: NodeJS.ProcessEnv = {}, prefix: string[] = []): Program {
    return new Program([...prefix, process.execPath, HOLDER, directory, purpose], {
      env: { ...process.env, ...environment },
    });
  }

  async function started(program: Program): Promise<{ adminUrl: string; pid: number; borrowed: boolean }> {
    const [line] = await program.prints(/^\{.*\}$/m);
    return JSON.parse(line) as { adminUrl: string; pid: number; borrowed: boolean };
  }

  /** Adds a row and says how many there are. */
  async function addRow(adminUrl: string): Promise<number> {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    try {
      await client.query('create table if not exists visit (at timestamptz default now())');
      await client.query('insert into visit default values');
      const { rows } = await client.query<{ count: number }>('select count(*)::int from visit');
      return rows[0]?.count ?? 0;
    } finally {
      await client.end();
    }
  }

  onLinux('keeps its data from start to start, and leaves nothing running after SIGTERM', async () => {
    const first = hold();
    expect(await addRow((await started(first)).adminUrl)).toBe(1);
    first.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(commandsNaming(directory)).toEqual([]);

    expect(await addRow((await started(hold())).adminUrl)).toBe(2);
  });

  onLinux('is reachable from this machine alone, with a password that only its owner can read', async () => {
    useReadyMadeCluster();
    const { adminUrl } = await started(hold());
    expect(new URL(adminUrl).hostname).toBe('127.0.0.1');
    expect(statSync(path.join(directory, 'superuser-password')).mode & 0o777).toBe(0o600);
    expect(commandsNaming(directory).join()).not.toContain(new URL(adminUrl).password);

    const guess = Object.assign(new URL(adminUrl), { password: 'guess' }).toString();
    await expect(addRow(guess)).rejects.toThrow('password authentication failed');
  });

  onLinux('dies with a starter that is killed, and the row is still there', async () => {
    useReadyMadeCluster();
    const first = hold();
    await addRow((await started(first)).adminUrl);
    first.kill('SIGKILL');
    const next = await started(hold()); // at once: the old server may still be on its way out
    expect(await addRow(next.adminUrl)).toBe(2);
    expect(commandsNaming(`${directory}/cluster`)).toHaveLength(1);
  });

  onLinux(
    'starts again after the server was killed, though its starter still holds the dead process',
    async () => {
      useReadyMadeCluster();
      const { adminUrl, pid } = await started(hold());
      await addRow(adminUrl);
      process.kill(pid, 'SIGKILL');
      expect(await addRow((await started(hold())).adminUrl)).toBe(2);
    },
  );

  onLinux(
    'is not kept from starting by a lock file whose number now belongs to another program',
    async () => {
      useReadyMadeCluster();
      const first = hold();
      await addRow((await started(first)).adminUrl);
      const lockFile = path.join(directory, 'cluster', 'postmaster.pid');
      const lock = readFileSync(lockFile, 'utf8');
      first.kill('SIGTERM');
      await first.ended;
      writeFileSync(lockFile, lock.replace(/^\d+/, String(process.pid)), { mode: 0o600 });
      chownSync(lockFile, statSync(directory).uid, statSync(directory).gid);
      expect(await addRow((await started(hold())).adminUrl)).toBe(2);
    },
  );

  onLinux('has one service on a folder: of two at once one is refused with a clear sentence', async () => {
    const both = [hold(), hold()];
    const codes = await Promise.race(both.map((program) => program.ended));
    expect(codes).toBe(1);
    const refused = both.find((program) => program.output.includes('already running'));
    const served = both.find((program) => program !== refused);
    expect(refused?.output).toMatch(/already running from this folder \(process \d+\)/);
    expect(await addRow((await started(served as Program)).adminUrl)).toBe(1);
    expect(readdirSync(path.dirname(directory))).toEqual(['postgres']);
  });

  onLinux('lends the server of a service to a command, and makes a service wait for a command', async () => {
    useReadyMadeCluster();
    const service = hold('service');
    const lent = await started(service);
    const command = hold('command');
    expect(await started(command)).toEqual({ ...lent, borrowed: true });
    command.kill('SIGTERM');
    await command.ended;
    await addRow(lent.adminUrl); // the service still has its server
    service.kill('SIGTERM');
    await service.ended;

    const alone = hold('command');
    await started(alone);
    const waiting = hold('service');
    await waiting.prints(/waiting for it to finish/);
    alone.kill('SIGTERM');
    expect(await addRow((await started(waiting)).adminUrl)).toBe(2);
  });

  asRoot(
    'started by root where namespaces are forbidden, runs as another user and still dies with its starter',
    async () => {
      const withoutNamespaces = { EMBEDDED_POSTGRES_NAMESPACE: 'off' };
      const first = hold('service', withoutNamespaces);
      await addRow((await started(first)).adminUrl);
      expect(statSync(directory).uid).not.toBe(0);
      first.kill('SIGKILL');
      expect(await leftOvers(directory)).toEqual([]);

      // A folder that belongs to that user now is run as that user, wherever it is started.
      expect(await addRow((await started(hold())).adminUrl)).toBe(2);
    },
  );

  asNobody('started by an ordinary user, needs no more than that user may do', async () => {
    mkdirSync(path.dirname(directory));
    chownSync(path.dirname(directory), 65534, 65534);
    const program = hold('service', { HOME: temporary.folder }, ['setpriv', ...NOBODY]);
    expect(await addRow((await started(program)).adminUrl)).toBe(1);
    expect(statSync(path.join(directory, 'cluster')).uid).toBe(65534);
  });

  asNobody('tells an ordinary user whose folder it is when root made it', async () => {
    mkdirSync(directory, { recursive: true });
    const program = hold('service', { HOME: temporary.folder }, ['setpriv', ...NOBODY]);
    expect(await program.ended).toBe(1);
    expect(program.output).toContain('Was it made by another user, perhaps root?');
  });
});
