import { ArchiveRefused } from '@lib/archives';
import {
  MOST_BYTES_OF_A_WORKBOOK,
  MOST_CELLS_PUBLISHED,
  MOST_OF_A_PUBLISHED_WORKBOOK,
  MOST_OF_A_PUBLISHED_SHEET,
} from './limits.js';
import { FileRefused, refused } from './refusals.js';
import { cellReference, isEmpty } from './sheet.js';
import type { SheetRow } from './sheet-row.js';
import { WorkbookPackage } from './xlsx/package.js';
import { publishedCell } from './xlsx/published-cell.js';
import { readSheetXml } from './xlsx/sheet-xml.js';
import { isCompoundFile, isEncrypted } from './xlsx/signatures.js';

/** A sheet of a workbook that others published. */
export interface WorkbookSheet {
  readonly name: string;
  /** As far as they are needed to see what it is: whatever is wrong with a cell is not said yet. */
  head(most: number): readonly SheetRow[];
  /**
   * Its rows, those that are empty left out; cells behind the last one of a row too.
   * @throws FileRefused where a cell has no value
   */
  rows(): readonly SheetRow[];
}

/**
 * Reads a workbook that others published: all sheets that are shown, as rows of text. Rows that a filter hides are
 * read, since the publisher's figures are in them too; merged cells have their text in the first one; formulas are
 * read for their results. However it was made, it takes no more memory than `limits.ts` allows.
 *
 * @throws FileRefused for what is no sound workbook
 */
export async function openWorkbook(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  refuseLargeWorkbook(bytes.length);
  if (isCompoundFile(bytes)) throw refused(isEncrypted(bytes) ? 'file.password' : 'file.old-excel');
  try {
    return await readSheets(await WorkbookPackage.open(bytes, MOST_OF_A_PUBLISHED_WORKBOOK));
  } catch (error) {
    if (error instanceof ArchiveRefused) throw inWords(error);
    throw error;
  }
}

/** To be asked before the bytes are taken into memory. @throws FileRefused */
export function refuseLargeWorkbook(size: number): void {
  if (size > MOST_BYTES_OF_A_WORKBOOK)
    throw new FileRefused('The file is larger than 20 MB, which is more than a published workbook has');
}

async function readSheets(workbook: WorkbookPackage): Promise<readonly WorkbookSheet[]> {
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
  if (!shown.some(({ part }) => part)) throw refused('file.type');
  if (new Set(shown.map(({ name }) => name)).size < shown.length) throw refused('file.damaged');
  const reading = { lookups: await workbook.lookups(), countsFrom1904: workbook.countsFrom1904 };
  const sheets: PublishedSheet[] = [];
  let room = MOST_CELLS_PUBLISHED;
  for (const { name, part } of shown) {
    if (!part) continue;
    const sheet = new PublishedSheet(name, room);
    await readSheetXml(workbook.unpack(part), MOST_OF_A_PUBLISHED_WORKBOOK.elements, {
      cell: (written, inline) => publishedCell(written, inline, reading),
      row: ({ number, cells }) => sheet.add(number, cells),
    });
    room = sheet.room;
    sheets.push(sheet);
  }
  return sheets;
}

class PublishedSheet implements WorkbookSheet {
  private readonly read: SheetRow[] = [];
  private fault: string | null = null;

  constructor(
    readonly name: string,
    /** Cells that there is still room for. */
    public room: number,
  ) {}

  add(number: number, cells: readonly { readonly text: string; readonly fault: string | null }[]): void {
    const last = cells.findLastIndex((cell) => !isEmpty(cell));
    if (last < 0) return;
    const { rows, columns } = MOST_OF_A_PUBLISHED_SHEET;
    const at = (column: number) =>
      `Cell ${cellReference(column, number)} of sheet “${this.name.slice(0, 40)}”`;
    if (last >= columns) throw new FileRefused(`${at(last)}: a sheet has more than ${columns} columns`);
    if (this.read.length === rows)
      throw new FileRefused(`${at(last)}: a sheet has more than ${rows.toLocaleString('en-GB')} rows`);
    this.room -= last + 1;
    if (this.room < 0) throw inWords(new ArchiveRefused('unpacks'));
    const bad = cells.findIndex(({ fault }) => fault !== null);
    if (bad >= 0)
      this.fault ??= `${at(bad)} ${cells[bad]!.fault}: download the file again from its publisher; if it says the same there, ask the publisher`;
    this.read.push({ number, cells: cells.slice(0, last + 1).map(({ text }) => text) });
  }

  head(most: number): readonly SheetRow[] {
    return this.read.slice(0, most);
  }

  rows(): readonly SheetRow[] {
    if (this.fault !== null) throw new FileRefused(this.fault);
    return this.read;
  }
}

function inWords({ fault }: ArchiveRefused): FileRefused {
  switch (fault) {
    case 'password':
      return refused('file.password');
    case 'unpacks':
      return new FileRefused('The file unpacks to more than a published workbook holds');
    case 'damaged':
      return new FileRefused(
        'The file is damaged or incomplete: download it again from its publisher, and send it as it is',
      );
  }
}
