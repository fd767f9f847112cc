import { AnswerQuestions, ApplyFile, ReceiveFile } from '@lib/importing';
import type { Actor, Id } from '@lib/kernel';
import { ImportWorker } from '../../../apps/web/src/background/import-worker.js';
import type { TestApp } from '../test-app.js';

/** What is asked about `boroughCsv`: which release it is, and whether its publisher’s has so few boroughs and months too. */
export const RELEASE = 1;
export const MISSING_ROWS = 2;
export const MISSING_MONTHS = 3;

interface BoroughCsv {
  /** In the first cell, so that two files are not of one content. */
  readonly figure: number;
  /** The first offence, where it is not one that is known. */
  readonly offence?: string;
  /** The heading of the boroughs, where it is not the one that is known. */
  readonly borough?: string;
  readonly months?: readonly string[];
}

/** A file of the Metropolitan Police Service, by hand: two offences in two boroughs, in three months. */
export function boroughCsv({
  figure,
  offence = 'CRIMINAL DAMAGE',
  borough = 'BoroughName',
  months = ['202401', '202402', '202403'],
}: BoroughCsv): Buffer {
  const rows = [
    ['MajorText', 'MinorText', borough, ...months],
    ['ARSON AND CRIMINAL DAMAGE', offence, 'Kingston upon Thames', String(figure), '98', '103'],
    ['ARSON AND CRIMINAL DAMAGE', offence, 'Sutton', '87', '91', '84'],
    ['BURGLARY', 'DOMESTIC BURGLARY', 'Kingston upon Thames', '41', '38', '44'],
    ['BURGLARY', 'DOMESTIC BURGLARY', 'Sutton', '52', '49', '51'],
  ];
  return Buffer.from(rows.map((cells) => `${cells.join(',')}\r\n`).join(''));
}

/** Has a file sent and read, behind the pages. */
export async function fileReadBy(
  { app }: TestApp,
  actor: Actor,
  partnershipId: Id,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<Id> {
  const loader = { actor, loadedFor: partnershipId };
  const { id } = await app.get(ReceiveFile).execute(loader, { name, content: inOnePiece(bytes) });
  await app.get(ImportWorker).look();
  return id;
}

/** Agrees to everything that is asked about a file of `boroughCsv`, and applies it. */
export async function applyFile(
  { app }: TestApp,
  actor: Actor,
  partnershipId: Id,
  file: { readonly id: Id; readonly release: string },
): Promise<void> {
  const loader = { actor, loadedFor: partnershipId };
  const answers = new Map([
    [RELEASE, file.release],
    [MISSING_ROWS, 'accepted'],
    [MISSING_MONTHS, 'accepted'],
  ]);
  await app.get(AnswerQuestions).execute(loader, { fileId: file.id, answers });
  await app.get(ApplyFile).execute(loader, file.id);
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
