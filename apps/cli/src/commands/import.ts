import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import {
  AbandonFile,
  ACCEPTED,
  AnswerQuestions,
  ApplyFile,
  BeginFile,
  IMPORTERS,
  type ImportedFile,
  type Loader,
  ReadFile,
  TakeUpFile,
} from '@lib/importing';
import type { INestApplicationContext } from '@nestjs/common';
import { type PublishedFileSheet, PublishedFilesQuery, type ShownQuestion } from '@lib/reporting';
import { type Command, type CommandContext, readOptions, UsageError } from '../command.js';
import { changesInWords } from '../import-words.js';

/** What is loaded at the command line, every partnership reads. */
const FOR_EVERYBODY: Loader = { actor: null, loadedFor: null };

interface Wishes {
  /** Answers by number of the question, and the release. */
  readonly answers: ReadonlyMap<string, string>;
  readonly release: string | undefined;
  readonly acceptRows: boolean;
  readonly dryRun: boolean;
}

export const importCommand: Command = {
  name: 'import',
  summary: `Loads published figures for every partnership: ${IMPORTERS.map(({ title }) => title).join(', ')}`,
  usage: 'FILE… [--release 2026-03] [--answer 3=homicide] [--accept-rows] [--dry-run]',
  async run(words, context) {
    const first = words.findIndex((word) => word.startsWith('--'));
    const files = first < 0 ? words : words.slice(0, first);
    if (files.length === 0) throw new UsageError('Say which file.');
    const wishes = readWishes(first < 0 ? [] : words.slice(first));
    const app = await context.application();
    let unloaded = 0;
    for (const file of files) if (!(await load(app, file, wishes, context.print))) unloaded += 1;
    if (unloaded > 0)
      throw new Error(
        `${unloaded === 1 ? 'One file was' : `${unloaded} files were`} not loaded. Nothing of ${unloaded === 1 ? 'it' : 'them'} is kept.`,
      );
  },
};

function readWishes(words: readonly string[]): Wishes {
  const answers = new Map<string, string>();
  const others: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] !== '--answer') others.push(words[index]!);
    else {
      const [number, ...answer] = (words[(index += 1)] ?? '').split('=');
      if (!number || answer.length === 0)
        throw new UsageError('Say an answer as its number and value: 3=homicide.');
      answers.set(number, answer.join('='));
    }
  }
  const options = readOptions(others, ['release', 'accept-rows', 'dry-run']);
  return {
    answers,
    release: options.get('release'),
    acceptRows: options.has('accept-rows'),
    dryRun: options.has('dry-run'),
  };
}

/** @returns whether it is loaded now, or was before */
async function load(
  app: INestApplicationContext,
  filePath: string,
  wishes: Wishes,
  print: CommandContext['print'],
): Promise<boolean> {
  const fileId = await app.get(BeginFile).execute(FOR_EVERYBODY, path.basename(filePath));
  const sheet = () => app.get(PublishedFilesQuery).oneForEverybody(fileId);
  const read = async () => {
    const progress = (cells: number) => print(`  … ${cells.toLocaleString('en-GB')} figures`);
    await app.get(ReadFile).execute(FOR_EVERYBODY, { fileId, file: await fileAt(filePath), progress });
    return sheet();
  };
  print(filePath);
  let file = await read();
  // Which table it is can decide what else is asked before it is read.
  while (file.state === 'asking' && answersTo(file, wishes).size > 0) {
    const answers = answersTo(file, wishes);
    const asked = file.questions.length;
    if (!(await app.get(AnswerQuestions).execute(FOR_EVERYBODY, { fileId, answers }))) break;
    file = await readAgain(app, fileId, read);
    if (file.questions.length === asked) break;
  }
  if (file.state === 'refused') print(`  Refused: ${file.failure}`);
  if (file.state === 'abandoned') print(`  ${file.notes.join(' ')}`);
  if (file.state === 'refused' || file.state === 'abandoned') return file.state === 'abandoned';
  if (file.state === 'read') {
    await app.get(AnswerQuestions).execute(FOR_EVERYBODY, { fileId, answers: answersTo(file, wishes) });
    file = await sheet();
  }
  for (const line of changesInWords(file)) print(`  ${line}`);
  const open = file.questions.filter(({ answer }) => answer === null);
  if (open.length === 0 && !wishes.dryRun) {
    await app.get(ApplyFile).execute(FOR_EVERYBODY, fileId);
    print('  Loaded.');
    return true;
  }
  for (const line of open.flatMap(questionInWords)) print(`  ${line}`);
  await app.get(AbandonFile).execute(FOR_EVERYBODY, fileId);
  print(
    wishes.dryRun
      ? '  Not loaded: this was a dry run.'
      : '  Not loaded: run it again with an --answer to each.',
  );
  return wishes.dryRun;
}

/** Takes a file up again whose columns were explained. */
async function readAgain(
  app: INestApplicationContext,
  fileId: Parameters<ReadFile['execute']>[1]['fileId'],
  read: () => Promise<PublishedFileSheet>,
): Promise<PublishedFileSheet> {
  await app.get(TakeUpFile).execute(FOR_EVERYBODY, fileId);
  return read();
}

function answersTo({ questions }: PublishedFileSheet, wishes: Wishes): ReadonlyMap<number, string> {
  const answers = new Map<number, string>();
  for (const { number, kind, answer } of questions) {
    const said = wishes.answers.get(String(number));
    if (said !== undefined) answers.set(number, said);
    else if (kind === 'release' && wishes.release) answers.set(number, wishes.release);
    else if (answer === null && wishes.acceptRows && (kind === 'rows' || kind === 'whole-file'))
      answers.set(number, ACCEPTED);
  }
  return answers;
}

function questionInWords({ number, sentence, choices }: ShownQuestion): string[] {
  return [
    `${number}. ${sentence}`,
    ...choices.map(({ value, words }) => `     --answer ${number}=${value}   ${words}`),
  ];
}

async function fileAt(filePath: string): Promise<ImportedFile> {
  await access(filePath).catch(() => {
    throw new Error(`There is no file ${filePath}.`);
  });
  return {
    name: path.basename(filePath),
    open: () => createReadStream(filePath, { highWaterMark: 256 * 1024 }),
  };
}
