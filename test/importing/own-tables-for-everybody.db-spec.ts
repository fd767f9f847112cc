import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ConnectedUseCases, connectUseCases, createTestDatabase, type TestDatabase } from '@lib/testing';
import type { CommandContext } from '../../apps/cli/src/command.js';
import { importCommand } from '../../apps/cli/src/commands/import.js';
import { remembered } from '../../apps/cli/src/commands/remembered.js';
import { monthly, ownCsv } from '../http/support/own-tables.js';

describe('a table of one’s own at the command line', () => {
  let database: TestDatabase;
  let useCases: ConnectedUseCases;
  let folder: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    useCases = await connectUseCases(database);
    folder = await mkdtemp(path.join(tmpdir(), 'own-tables-'));
  });
  afterAll(async () => {
    await useCases.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  /** @returns what was printed, also where it ended badly */
  async function run(command: typeof importCommand, words: readonly string[]): Promise<string> {
    const lines: string[] = [];
    const context = { print: (line: string) => lines.push(line), application: async () => useCases };
    await command
      .run(words, context as unknown as CommandContext)
      .catch((error: Error) => lines.push(error.message));
    return lines.join('\n');
  }
  async function file(
    name: string,
    figures: readonly number[],
    headings?: readonly string[],
  ): Promise<string> {
    const at = path.join(folder, name);
    await writeFile(at, ownCsv(monthly('Rubbish', 2025, figures), headings));
    return at;
  }
  const answers = (...said: string[]) => said.flatMap((one) => ['--answer', one]);
  const COLUMNS = ['3=series', '4=area-code', '5=from', '6=value'];

  it('says what is asked, is kept for everybody, and is known from then on', async () => {
    const first = await file('log.csv', [4, 5, 6]);
    const asked = await run(importCommand, [first]);
    expect(asked).toContain('1. What is the table called?');
    expect(asked).toContain('--answer 2=percentage');
    expect(asked).toContain('One file was not loaded. Nothing of it is kept.');
    const loaded = await run(importCommand, [first, ...answers('1=Log of all', '2=count', ...COLUMNS)]);
    expect(loaded).toContain('Log of all: the table “Log of all”');
    expect(loaded).toContain('Loaded.');
    const next = await run(importCommand, [await file('log-2.csv', [4, 5, 7, 8])]);
    expect(next).toContain('the table “Log of all”');
    expect(next).toContain('1 new, 1 changed, 2 the same');
    expect(next).toContain('Loaded.');
  });

  it('with other headings is asked about in two steps, with one command', async () => {
    const other = await file('calls.csv', [1, 2], ['What', 'Code of ward', 'When', 'How many']);
    expect(await run(importCommand, [other])).toContain('--answer 1=new   A new table');
    const columns = ['4=series', '5=area-code', '6=from', '7=value'];
    const said = answers('1=new', '2=Calls of all', '3=count', ...columns);
    expect(await run(importCommand, [other, ...said])).toContain('Loaded.');
  });

  it('is listed, changed and forgotten', async () => {
    const listed = await run(remembered, []);
    expect(listed).toMatch(/The table “Calls of all”\n {2}1\. What is the table called\? Calls of all/);
    const [, id] = /^(\S+) {2}The table “Log of all”$/m.exec(listed)!;
    expect(await run(remembered, ['--change', `${id}:2=what`])).toContain('“what” is no answer to');
    expect(await run(remembered, ['--change', `${id}:1=Rubbish log`])).toContain('Changed');
    expect(await run(importCommand, [await file('log-3.csv', [4, 5, 7, 9])])).toContain(
      'the table “Rubbish log”',
    );
    expect(await run(remembered, ['--forget', id!])).toContain('Nothing is remembered for everybody as');
    const [, now] = /^(\S+) {2}The table “Rubbish log”$/m.exec(await run(remembered, []))!;
    expect(await run(remembered, ['--forget', now!])).toContain('Forgotten');
    expect(await run(remembered, [])).not.toContain('Rubbish log');
    expect(await run(importCommand, [await file('log-4.csv', [4, 5, 7, 9, 1])])).toContain('Is it a new one');
  });
});
