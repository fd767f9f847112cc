import type { Env } from '@lib/config';
import type { INestApplicationContext } from '@nestjs/common';

/** What a command is given beside its own words. */
export interface CommandContext {
  readonly env: Env;
  /** The use cases, connected as the runtime role. Started only for a command that asks. */
  application(): Promise<INestApplicationContext>;
  print(line: string): void;
}

/** One command of `npm run cli -- <name> …`; each lives in a file of its own. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The words after the name, for the help text. */
  readonly usage?: string;
  run(words: readonly string[], context: CommandContext): Promise<void>;
}

/** A command was called with the wrong words; the message says which. */
export class UsageError extends Error {}

/** Reads `--name value` and `--flag` words. Throws UsageError for a word that is neither. */
export function readOptions(words: readonly string[], known: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (let index = 0; index < words.length; index += 1) {
    const name = words[index]!.replace(/^--/, '');
    if (!words[index]!.startsWith('--') || !known.includes(name))
      throw new UsageError(`I do not know "${words[index]}".`);
    const next = words[index + 1];
    const takesValue = next !== undefined && !next.startsWith('--');
    options.set(name, takesValue ? next : '');
    if (takesValue) index += 1;
  }
  return options;
}
