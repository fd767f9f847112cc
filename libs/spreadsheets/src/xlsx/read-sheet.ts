import { readXml } from '@lib/archives';
import { MOST_ELEMENTS } from '../limits.js';
import { FileRefused, refused } from '../refusals.js';
import { type Cell, cellReference, EMPTY, isEmpty, type Row, Rows } from '../sheet.js';
import { cellValue, type Lookups, type WrittenCell } from './cell-value.js';
import { RichText } from './rich-text.js';

/** The rows of a sheet, with everything in them visible: what is uploaded is what its owner saw. */
export async function readSheetRows(
  chunks: AsyncIterable<Buffer>,
  lookups: Lookups,
): Promise<readonly Row[]> {
  const rows = new Rows();
  const inline = new RichText();
  let row = { number: 0, hidden: false, cells: [] as Cell[] };
  let column = -1;
  let cell: WrittenCell | null = null;
  let within = '';

  await readXml(chunks, MOST_ELEMENTS, {
    open(name, attribute) {
      within = name;
      if (name === 'row') {
        row = {
          number: numberOf(attribute('r'), row.number + 1),
          hidden: isTrue(attribute('hidden')),
          cells: [],
        };
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute('r'), column + 1);
        cell = {
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: '',
          hasFormula: false,
        };
      } else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'mergeCell') refuseMerged(attribute('ref'));
      else inline.open(name);
    },
    text(text) {
      if (within === 'v' && cell) cell.value += text;
      else inline.text(text);
    },
    close(name) {
      within = '';
      inline.close(name);
      if (name === 'c' && cell) {
        const read = cellValue(cell, inline.take(), lookups);
        cell = null;
        if (isEmpty(read)) return;
        while (row.cells.length < column) row.cells.push(EMPTY);
        row.cells[column] = read;
      }
      if (name !== 'row') return;
      if (row.hidden) refuseHidden(row);
      rows.add(row.number, row.cells);
    },
  });
  return rows.rows;
}

function numberOf(written: string | undefined, next: number): number {
  if (written === undefined) return next;
  if (!/^[1-9]\d{0,6}$/.test(written)) throw refused('file.damaged');
  return Number(written);
}

/** The column of "C7", from 0 on. */
function columnOf(written: string | undefined, next: number): number {
  if (written === undefined) return next;
  const letters = /^([A-Z]{1,3})[1-9]\d{0,6}$/.exec(written)?.[1];
  if (!letters) throw refused('file.damaged');
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function isTrue(written: string | undefined): boolean {
  return written === '1' || written === 'true';
}

function refuseMerged(ref: string | undefined): never {
  const named = /^[A-Z]{1,3}\d{1,7}(:[A-Z]{1,3}\d{1,7})?$/.test(ref ?? '') ? ` ${ref}` : '';
  throw new FileRefused(
    `Cells${named} are merged: unmerge them, so that every measure has a figure of its own, and save the file again`,
  );
}

function refuseHidden({ number, cells }: { number: number; cells: readonly Cell[] }): void {
  const first = cells.findIndex((cell) => !isEmpty(cell));
  if (first >= 0)
    throw new FileRefused(
      `Row ${number} is hidden (cell ${cellReference(first, number)} holds something): show it or delete it, so that you upload what you see`,
    );
}
