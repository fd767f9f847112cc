import { ArchiveRefused } from '@lib/archives';
import { readCsv } from './read-csv.js';
import { FILE_REFUSALS, FileRefused, refused } from './refusals.js';
import type { Sheet } from './sheet.js';
import { readWorkbook } from './xlsx/read-workbook.js';
import { isArchive, isCompoundFile, isEncrypted } from './xlsx/signatures.js';

export type ReadSpreadsheet =
  | { readonly sheet: Sheet; readonly problem: null }
  /** A sentence for whoever sent the file. */
  | { readonly sheet: null; readonly problem: string };

/**
 * Reads one sheet of a CSV or XLSX file as rows of text. What a file is, its bytes say; its name has to agree.
 * However it was made, the file takes no more memory than `limits.ts` allows, and no text of it is run.
 *
 * @param wantedSheet the sheet of a workbook to read; where there is none of that name, the first that is shown
 */
export async function readSpreadsheet(
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  wantedSheet: string,
): Promise<ReadSpreadsheet> {
  try {
    return { sheet: await read(extensionOf(name), bytes, wantedSheet), problem: null };
  } catch (error) {
    if (error instanceof ArchiveRefused)
      return { sheet: null, problem: FILE_REFUSALS[`file.${error.fault}`] };
    if (!(error instanceof FileRefused)) throw error;
    return { sheet: null, problem: error.sentence };
  }
}

async function read(extension: string, bytes: Buffer, wantedSheet: string): Promise<Sheet> {
  if (bytes.length === 0) throw refused('file.empty');
  if (isCompoundFile(bytes)) throw refused(isEncrypted(bytes) ? 'file.password' : 'file.old-excel');
  if (['xlsm', 'xltm', 'xlsb'].includes(extension)) throw refused('file.macros');
  if (extension === 'xlsx') {
    if (!isArchive(bytes)) throw refused('file.not-xlsx');
    return readWorkbook(bytes, wantedSheet);
  }
  // Excel's "Unicode text" is a CSV too, parted by tabs.
  if (!['csv', 'txt', 'tsv'].includes(extension)) throw refused('file.type');
  if (isArchive(bytes)) throw refused('file.not-csv');
  return readCsv(bytes);
}

function extensionOf(name: string): string {
  return /\.([^.]*)$/.exec(name.trim().toLowerCase())?.[1] ?? '';
}
