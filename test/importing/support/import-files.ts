import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  ACCEPTED,
  AnswerQuestions,
  ApplyFile,
  BeginFile,
  type ImportedFile,
  type Loader,
  ReadFile,
  TakeUpFile,
} from '@lib/importing';
import type { Id } from '@lib/kernel';
import { type PublishedFileSheet, PublishedFilesQuery } from '@lib/reporting';

/** Where use cases are had from: a test's own, or those of an application. */
export interface UseCases {
  get<UseCase>(type: new (...given: never[]) => UseCase): UseCase;
}

/** As at the command line. */
export const FOR_EVERYBODY: Loader = { actor: null, loadedFor: null };

export function fileAt(filePath: string): ImportedFile {
  return { name: path.basename(filePath), open: () => createReadStream(filePath) };
}

export function fileOf(content: string | Uint8Array, name = 'file.csv'): ImportedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  return { name, open: () => Readable.from(bytes.length === 0 ? [] : [bytes]) };
}

/** Reads a file and says how that ended; it is not applied. */
export async function readFile(useCases: UseCases, file: ImportedFile): Promise<PublishedFileSheet> {
  const fileId = await useCases.get(BeginFile).execute(FOR_EVERYBODY, file.name);
  await useCases.get(ReadFile).execute(FOR_EVERYBODY, { fileId, file });
  return sheetOf(useCases, fileId);
}

export function sheetOf(useCases: UseCases, fileId: Id): Promise<PublishedFileSheet> {
  return useCases.get(PublishedFilesQuery).oneForEverybody(fileId);
}

/** Answers by subject of the question; columns that were explained are read with at once. */
export async function answer(
  useCases: UseCases,
  file: ImportedFile,
  { id, questions }: PublishedFileSheet,
  answers: Readonly<Record<string, string>>,
): Promise<PublishedFileSheet> {
  await useCases.get(AnswerQuestions).execute(FOR_EVERYBODY, {
    fileId: id,
    answers: new Map(
      questions.flatMap(({ number, subject }) => (answers[subject] ? [[number, answers[subject]]] : [])),
    ),
  });
  if ((await sheetOf(useCases, id)).state === 'waiting') {
    await useCases.get(TakeUpFile).execute(FOR_EVERYBODY, id);
    await useCases.get(ReadFile).execute(FOR_EVERYBODY, { fileId: id, file });
  }
  return sheetOf(useCases, id);
}

/**
 * Reads a file, agrees to whatever is asked about its rows, and applies it.
 *
 * @param release another one than the file says, such as `2011-09`
 */
export async function importFile(
  useCases: UseCases,
  file: ImportedFile,
  release?: string,
): Promise<PublishedFileSheet> {
  const read = await readFile(useCases, file);
  if (read.state !== 'read') return read;
  const agreed = read.questions
    .filter((question) => question.answer === null && question.choices[0]?.value === ACCEPTED)
    .map(({ subject }) => [subject, ACCEPTED] as const);
  // A historical file that comes before the 24 months beside it asks for its release, and proposes one.
  const proposed = read.questions.find(({ kind }) => kind === 'release')?.proposed;
  const said = release ?? proposed;
  await answer(useCases, file, read, { ...Object.fromEntries(agreed), ...(said && { release: said }) });
  await useCases.get(ApplyFile).execute(FOR_EVERYBODY, read.id);
  return sheetOf(useCases, read.id);
}

/**
 * A borough file as the Metropolitan Police Service publishes it, with nothing but Kingston in it.
 *
 * @param counts of each offence (“BURGLARY / DOMESTIC BURGLARY”), a number for each month
 */
export function boroughFile(
  months: readonly string[],
  counts: Readonly<Record<string, readonly number[]>>,
): string {
  const rows = Object.entries(counts).map(([offence, values]) =>
    [...offence.split(' / '), 'Kingston upon Thames', ...values].join(','),
  );
  return [`MajorText,MinorText,BoroughName,${months.join(',')}`, ...rows, ''].join('\r\n');
}
