import { MOST_OF_A_WORKBOOK } from '../limits.js';
import { FileRefused, refused } from '../refusals.js';
import type { Sheet } from '../sheet.js';
import { type SheetEntry, WorkbookPackage } from './package.js';
import { readSheetRows } from './read-sheet.js';

/** Reads one sheet of a workbook, and of the other parts only what that needs. */
export async function readWorkbook(bytes: Buffer, wantedSheet: string): Promise<Sheet> {
  const workbook = await WorkbookPackage.open(bytes, MOST_OF_A_WORKBOOK);
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const chosen = shown.find(({ name }) => sameName(name, wantedSheet)) ?? shown[0];
  // A text document or a workbook of charts only.
  if (!chosen?.part) throw refused('file.type');
  refuseCopies(shown, wantedSheet);
  const rows = await readSheetRows(workbook.unpack(chosen.part), await workbook.lookups());
  if (rows.length === 0) throw refused('file.empty');
  return { name: chosen.name, decimalMark: 'point', rows };
}

/** A spreadsheet that is asked to copy a sheet calls it "Figures (2)": which of the two is meant, it does not say. */
function refuseCopies(sheets: readonly SheetEntry[], wantedSheet: string): void {
  const copy = sheets.find(
    ({ name }) => name.toLowerCase().startsWith(`${wantedSheet.toLowerCase()} (`) && name.endsWith(')'),
  );
  if (copy && sheets.some(({ name }) => sameName(name, wantedSheet)))
    throw new FileRefused(
      `The selected file has two sheets of figures, “${wantedSheet}” and “${copy.name.slice(0, 40)}”: keep the one you mean`,
    );
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase();
}
