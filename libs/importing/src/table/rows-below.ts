import { labelKey, MARKS } from '@lib/published-data';
import type { SheetRow } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { AreaLabel, Findings } from '../importer.js';
import { headingKey, refuseOtherWidth } from './columns.js';
import type { OpenTable } from './open-table.js';
import { type CellValue, inWords, type PlaceInFile } from './read-number.js';

/**
 * The rows of a CSV below its heading, each as wide as the heading; empty lines are left out. Whether a last line that
 * does not end like one was cut is asked.
 */
export async function* rowsBelow(
  table: OpenTable,
  headingRow: number,
  findings: Findings,
): AsyncGenerator<readonly SheetRow[]> {
  let heading: readonly string[] = [];
  const batches = table.rows(null);
  let next = await batches.next();
  for (; !next.done; next = await batches.next()) {
    const below: SheetRow[] = [];
    for (const row of next.value) {
      if (row.number === headingRow) heading = row.cells;
      if (row.number <= headingRow || isBlank(row)) continue;
      refuseOtherWidth(row, heading.length);
      refuseHeadingAgain(row, heading);
      below.push(row);
    }
    yield below;
  }
  if (!next.value.endsWithALineEnd) askIfWhole(findings);
}

/** @throws ImportRefused where the heading comes again: two files were put together */
function refuseHeadingAgain({ number, cells }: SheetRow, heading: readonly string[]): void {
  // Most rows differ in their first cell.
  if (cells.every((cell, column) => headingKey(cell) === headingKey(heading[column]!)))
    throw new ImportRefused(
      `Row ${number} is the heading once more: the file was put together from several. Load each of them by itself, as it is at its publisher’s.`,
    );
}

/**
 * The rows of a sheet below its heading. A workbook does not keep the empty cells at the end of a row, so they are put
 * back; a cell beyond the heading is refused.
 */
export async function* sheetRowsBelow(
  table: OpenTable,
  sheet: string,
  heading: SheetRow,
): AsyncGenerator<readonly SheetRow[]> {
  const width = heading.cells.length;
  for await (const batch of table.rows(sheet))
    yield batch
      .filter(({ number }) => number > heading.number)
      .map(({ number, cells }) => {
        if (cells.length > width)
          throw new ImportRefused(
            `Row ${number} of sheet “${sheet}” goes on to the right of the heading, which has ${width} columns. Download the file again from its publisher.`,
          );
        return { number, cells: [...cells, ...Array<string>(width - cells.length).fill('')] };
      });
}

/** Files that are cut end in the middle of a line, or look whole by chance. */
export function askIfWhole(findings: Findings): void {
  findings.ask({
    kind: 'whole-file',
    subject: 'last-line',
    sentence:
      'The last line of the file does not end like one, as if the file had been cut off. Is it whole?',
    accept: 'It is whole: I have looked at its last line',
  });
}

/** Files that have a number in every cell have lost one where a cell has none. */
export function askAboutMark(findings: Findings, { mark }: CellValue, place: PlaceInFile): void {
  if (mark === null) return;
  findings.ask({
    kind: 'rows',
    subject: 'marks',
    sentence: `${inWords(place)} holds no number (${MARKS[mark]}), and such files have one in every cell. Is that so at its publisher’s?`,
    accept: 'It is: there are cells without a number',
  });
}

/** An empty line, or one of separators only. */
export function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/**
 * One object for one label, however often it comes. What is kept is made of a copy of the key: a cell is a slice of the
 * text that was read with it, and keeps all of that in memory for as long as it is kept.
 */
export function interned<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    const copy = copied(key);
    value = make(copy);
    known.set(copy, value);
  }
  return value;
}

/** @throws ImportRefused where a row gives a code another name than an earlier row did */
export function refuseOtherName(
  { code, name, within }: AreaLabel,
  found: Pick<AreaLabel, 'name' | 'within'>,
  row: number,
): void {
  if (name === found.name && within === found.within) return;
  // In other letters it is the same one.
  if (labelKey(inside({ name, within })) === labelKey(inside(found))) return;
  const [first, second] = [inside({ name, within }), inside(found)].map((words) => words.slice(0, 80));
  throw new ImportRefused(
    `Row ${row}: ${code} is “${second}” here, and “${first}” in an earlier row. Download the file again from its publisher; if it says the same there, ask the publisher.`,
  );
}

function inside({ name, within }: Pick<AreaLabel, 'name' | 'within'>): string {
  return within === null ? name : `${name}, ${within}`;
}

/** A label with texts in memory of their own. */
export function kept<Label extends object>(label: Label): Label {
  const texts = Object.entries(label).map(([key, text]: [string, unknown]) => [
    key,
    typeof text === 'string' ? copied(text) : text,
  ]);
  return Object.fromEntries(texts) as Label;
}

function copied(text: string): string {
  return Buffer.from(text).toString();
}
