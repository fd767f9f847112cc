import { cpSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Program } from './program.js';
import { temporaryFolder } from './temporary-folder.js';

const ROOT = path.resolve(__dirname, '..', '..', '..');

/** A copy of the project with the small service in place of the tracker: the real launcher, on a folder of its own. */
export class ServiceCopy {
  private readonly temporary = temporaryFolder();
  readonly folder = this.temporary.folder;
  port = 0;

  static async make(): Promise<ServiceCopy> {
    const copy = new ServiceCopy();
    for (const part of ['tools', 'package.json', 'package-lock.json', '.swcrc', '.npmrc'])
      cpSync(path.join(ROOT, part), path.join(copy.folder, part), { recursive: true });
    cpSync(path.join(__dirname, '..', 'small-service'), copy.folder, { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy.folder, 'node_modules'));
    copy.port = await freePort();
    return copy;
  }

  /** Runs tools/start.cjs or tools/cli.cjs with these settings and no others from outside. */
  run(tool: 'start' | 'cli', args: string[] = [], settings: NodeJS.ProcessEnv = {}): Program {
    const { PATH, HOME } = process.env;
    return new Program([process.execPath, path.join(this.folder, 'tools', `${tool}.cjs`), ...args], {
      env: { PATH, HOME, PORT: String(this.port), ...settings },
    });
  }

  async get(address: string): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}${address}`);
    return response.json();
  }

  remove(): void {
    this.temporary.remove();
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
