import { openWorkbook } from '@lib/spreadsheets';
import { sheetRows, workbookParts, zipOf } from '@lib/testing';

/** A sheet as texts; its rows are those from the first on. */
export interface SheetOfTexts {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface Changed {
  readonly sheets: readonly SheetOfTexts[];
  readonly what: string;
}

export const of = <Thing>(things: readonly Thing[], number: number): Thing => things[number % things.length]!;
export const isNumber = (cell: string) => /^-?\d+(\.\d+)?(E-?\d+)?$/.test(cell);
export const isCode = (cell: string) => /^[EWK]\d{8}$/.test(cell);

export async function sheetsOf(bytes: Buffer, wanted: RegExp): Promise<readonly SheetOfTexts[]> {
  const sheets = await openWorkbook(bytes);
  return sheets
    .filter(({ name }) => wanted.test(name))
    .map((sheet) => {
      const rows = sheet.rows();
      const last = rows.at(-1)?.number ?? 0;
      const byNumber = new Map(rows.map(({ number, cells }) => [number, cells]));
      return {
        name: sheet.name,
        rows: Array.from({ length: last }, (_, at) => byNumber.get(at + 1) ?? []),
      };
    });
}

/** @param asTexts whether numbers are written as texts, as some programs do */
export function workbookOf(sheets: readonly SheetOfTexts[], asTexts = false): Promise<Buffer> {
  return zipOf(
    workbookParts(
      Object.fromEntries(
        sheets.map(({ name, rows }) => [
          name.replaceAll('&', '&amp;'),
          sheetRows(rows.map((row) => row.map((cell) => (isNumber(cell) && !asTexts ? Number(cell) : cell)))),
        ]),
      ),
    ),
  );
}

/** Sheets with codes, which are the ones that something is read from. */
export function tablesOf(sheets: readonly SheetOfTexts[]): readonly SheetOfTexts[] {
  return sheets.filter((sheet) => rowsWithCodes(sheet).length > 3);
}

export function rowsWithCodes({ rows }: SheetOfTexts): number[] {
  return rows.flatMap((row, at) => (row.some(isCode) ? [at] : []));
}

export function headingAt(sheet: SheetOfTexts): number {
  return rowsWithCodes(sheet)[0]! - 1;
}

export function changed(
  sheets: readonly SheetOfTexts[],
  which: number,
  change: (sheet: SheetOfTexts) => SheetOfTexts,
  what: string,
): Changed {
  const table = of(tablesOf(sheets), which);
  return {
    sheets: sheets.map((sheet) => (sheet === table ? change(sheet) : sheet)),
    what: `${table.name}: ${what}`,
  };
}

export function inHeading(
  sheets: readonly SheetOfTexts[],
  which: number,
  change: (heading: readonly string[]) => readonly string[],
): Changed | null {
  const table = of(tablesOf(sheets), which);
  const at = headingAt(table);
  const [before, after] = [table.rows[at]!, change(table.rows[at]!)];
  const differing = before.flatMap((cell, column) =>
    cell === after[column] ? [] : [`${cell} -> ${after[column]}`],
  );
  if (differing.length === 0) return null;
  return changed(
    sheets,
    which,
    (sheet) => ({ ...sheet, rows: sheet.rows.with(at, after) }),
    differing.join(', '),
  );
}

export function inColumns(
  sheets: readonly SheetOfTexts[],
  which: number,
  change: (row: readonly string[], width: number, isHeading: boolean) => readonly string[],
  what: string,
): Changed {
  return changed(
    sheets,
    which,
    (sheet) => {
      const at = headingAt(sheet);
      const width = sheet.rows[at]!.length;
      return {
        ...sheet,
        rows: sheet.rows.map((row, index) =>
          index < at
            ? row
            : change(
                [...row, ...Array<string>(Math.max(0, width - row.length)).fill('')],
                width,
                index === at,
              ),
        ),
      };
    },
    what,
  );
}

export function inRows(
  sheets: readonly SheetOfTexts[],
  which: number,
  at: number,
  change: (rows: readonly (readonly string[])[], row: number) => readonly (readonly string[])[],
): Changed {
  const row = of(rowsWithCodes(of(tablesOf(sheets), which)), at);
  return changed(sheets, which, (sheet) => ({ ...sheet, rows: change(sheet.rows, row) }), `row ${row + 1}`);
}

export function inACell(
  sheets: readonly SheetOfTexts[],
  which: number,
  [at, from]: readonly [number, number],
  isOne: (cell: string) => boolean,
  change: (cell: string) => string,
): Changed | null {
  const table = of(tablesOf(sheets), which);
  const row = of(rowsWithCodes(table), at);
  const columns = table.rows[row]!.flatMap((cell, column) => (isOne(cell) ? [column] : []));
  if (columns.length === 0) return null;
  const column = of(columns, from);
  const [before, after] = [table.rows[row]![column]!, change(table.rows[row]![column]!)];
  if (before === after) return null;
  return changed(
    sheets,
    which,
    (sheet) => ({ ...sheet, rows: sheet.rows.with(row, sheet.rows[row]!.with(column, after)) }),
    `row ${row + 1}, column ${column}: ${before} -> ${after}`,
  );
}
