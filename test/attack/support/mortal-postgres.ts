import path from 'node:path';
import type { TestDatabase } from '@lib/testing';
import { Client } from 'pg';
import { Program } from '../../launcher/support/program.js';
import { temporaryFolder } from '../../launcher/support/temporary-folder.js';

const HOLDER = path.resolve('test', 'launcher', 'support', 'hold-postgres.cjs');
const PREPARE = path.join(__dirname, 'prepare-tracker.cjs');
const COMMAND_LINE = path.resolve('dist', 'apps', 'cli', 'src', 'main.js');
const PASSWORDS = { tracker_owner: 'of the owner, in this test', tracker_web: 'of the web, in this test' };

/**
 * A database server of a test's own, that forces everything to the disk as the real one does, with the demonstration on
 * it. It can be killed, and started again on the same folder.
 */
export class MortalPostgres {
  private readonly temporary = temporaryFolder();
  private holder: Program;
  private serverPid: number;
  private adminUrl: string;
  private admin: Client | undefined;

  static async start(): Promise<MortalPostgres> {
    const server = new MortalPostgres();
    await server.start();
    await succeeds([PREPARE, server.adminUrl, JSON.stringify(PASSWORDS)]);
    return server;
  }

  /** On the folder as it was left; listens elsewhere than before. */
  async start(): Promise<void> {
    this.holder = new Program([
      process.execPath,
      HOLDER,
      path.join(this.temporary.folder, 'postgres'),
      'service',
    ]);
    const [line] = await this.holder.prints(/^\{.*\}$/m);
    const { adminUrl, pid } = JSON.parse(line) as { adminUrl: string; pid: number };
    this.adminUrl = adminUrl;
    this.serverPid = pid;
  }

  /** Where it is now. */
  database(): TestDatabase {
    const urlOf = (username: keyof typeof PASSWORDS) =>
      String(Object.assign(new URL(this.trackerUrl()), { username, password: PASSWORDS[username] }));
    return {
      name: 'tracker',
      ownerUrl: urlOf('tracker_owner'),
      runtimeUrl: urlOf('tracker_web'),
      adminUrl: this.trackerUrl(),
      drop: () => Promise.reject(new Error('The whole server goes.')),
    };
  }

  /** A connection to the tracker's database past row-level security. It dies with the server. */
  async connect(): Promise<Client> {
    this.admin = new Client({ connectionString: this.trackerUrl() });
    this.admin.on('error', () => {}); // its server was killed
    await this.admin.connect();
    return this.admin;
  }

  /** kill -9 of every process of the server: what a power cut leaves. */
  async kill(): Promise<void> {
    const { rows } = await this.admin!.query<{ pid: number }>('select pid from pg_stat_activity');
    for (const pid of [this.serverPid, ...rows.map((row) => row.pid)]) killIfThere(pid);
    await this.endHolder();
  }

  /** Verifies the trail as an operator does. Fails when it is not whole. */
  async verifyTrail(): Promise<void> {
    await succeeds([COMMAND_LINE, 'verify-trail', '--partnership', 'kingston'], {
      DATABASE_RUNTIME_URL: this.database().runtimeUrl,
    });
  }

  async remove(): Promise<void> {
    await this.admin?.end().catch(() => {});
    await this.endHolder();
    this.temporary.remove();
  }

  private async endHolder(): Promise<void> {
    this.holder.kill('SIGTERM');
    await this.holder.ended;
  }

  private trackerUrl(): string {
    return String(Object.assign(new URL(this.adminUrl), { pathname: '/tracker' }));
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function succeeds(args: string[], settings: NodeJS.ProcessEnv = {}): Promise<void> {
  const { PATH, HOME } = process.env;
  const program = new Program([process.execPath, ...args], { env: { PATH, HOME, ...settings } });
  const code = await program.ended;
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}. It printed:\n${program.output}`);
}
