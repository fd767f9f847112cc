import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program under test: what it printed, and how it ended. */
export class Program {
  private static readonly started: Program[] = [];
  private readonly child: ChildProcess;
  output = '';
  /** Resolves with the exit code, or with the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;

  private hasEnded = false;

  constructor([command = '', ...args]: string[], options: SpawnOptions = {}) {
    this.child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve(code ?? signal)));
    void this.ended.then(() => (this.hasEnded = true));
    Program.started.push(this);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('The program could not be started.');
    return this.child.pid;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Waits until the output matches; fails with the whole output when it does not in time. */
  async prints(pattern: RegExp, patience = 20_000): Promise<RegExpExecArray> {
    for (let waited = 0; waited < patience; waited += 20) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (this.hasEnded) break;
      await sleep(20);
    }
    throw new Error(
      `No ${String(pattern)} in ${patience} ms, or before it ended. It printed:\n${this.output}`,
    );
  }

  /** Ends whatever a failed test left running. */
  static async endAll(): Promise<void> {
    for (const program of Program.started.splice(0)) {
      program.kill('SIGTERM');
      const timer = setTimeout(() => program.kill('SIGKILL'), 5000);
      await program.ended;
      clearTimeout(timer);
    }
  }
}

/** The command lines of the processes that name a folder. (Zombies have none: they do not run.) */
export function commandsNaming(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return ''; // ended meanwhile
      }
    })
    .filter((command) => command.includes(folder));
}

/** Waits until no process names the folder; resolves with those that still do after five seconds. */
export async function leftOvers(folder: string): Promise<string[]> {
  for (let waited = 0; waited < 5000 && commandsNaming(folder).length > 0; waited += 20) await sleep(20);
  return commandsNaming(folder);
}
