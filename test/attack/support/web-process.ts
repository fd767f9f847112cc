import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Program } from '../../launcher/support/program.js';
import { freePort } from '../../launcher/support/service-copy.js';

const MAIN = path.resolve('dist', 'apps', 'web', 'src', 'main.js');
const PATIENCE_MS = 20_000;

/** The real web process, compiled, started as the launcher starts it. Always at the same address. */
export class WebProcess {
  private program: Program | undefined;
  isRunning = false;

  private constructor(private readonly port: number) {}

  static async start(runtimeUrl: string): Promise<WebProcess> {
    const web = new WebProcess(await freePort());
    await web.start(runtimeUrl);
    return web;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it printed: nothing, unless something went wrong. */
  get output(): string {
    return this.program?.output ?? '';
  }

  async start(runtimeUrl: string): Promise<void> {
    const { PATH, HOME } = process.env;
    this.program = new Program([process.execPath, MAIN], {
      env: {
        ...{ PATH, HOME, NODE_ENV: 'test', PORT: String(this.port), DATABASE_RUNTIME_URL: runtimeUrl },
        // People stay signed in when it is started again.
        SESSION_SECRET: 'a secret of the tests, and of nothing else',
      },
    });
    this.isRunning = true;
    void this.program.ended.then(() => (this.isRunning = false));
    await this.answers(this.program);
  }

  /** kill -9, and waits until it is gone. */
  async kill(): Promise<void> {
    this.program?.kill('SIGKILL');
    await this.program?.ended;
  }

  private async answers(program: Program): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(25)) {
      const health = await fetch(`${this.address}/health`).catch(() => undefined);
      if (health?.ok) return;
    }
    program.kill('SIGKILL');
    throw new Error(`The web process does not answer. It printed:\n${program.output}`);
  }
}
