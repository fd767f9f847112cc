import { readXml } from '@lib/archives';
import { refused } from '../refusals.js';
import { type Cell, EMPTY, isEmpty } from '../sheet.js';
import type { WrittenCell } from './cell-value.js';
import { RichText } from './rich-text.js';

export interface WrittenRow {
  /** As the spreadsheet counts them, from 1 on. */
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly Cell[];
}

/** What somebody who reads a sheet makes of what stands there. */
export interface SheetListener {
  /** @param inline the text that stands in the cell itself */
  cell(written: WrittenCell, inline: string): Cell;
  row(row: WrittenRow): void;
  merged?(ref: string | undefined): void;
}

/** Reads the XML of a sheet (ECMA-376, part 1, 18.3.1), row by row. */
export async function readSheetXml(
  chunks: AsyncIterable<Buffer>,
  mostElements: number,
  listener: SheetListener,
): Promise<void> {
  const inline = new RichText();
  let row = { number: 0, isHidden: false, cells: [] as Cell[] };
  let column = -1;
  let cell: WrittenCell | null = null;
  let within = '';

  await readXml(chunks, mostElements, {
    open(name, attribute) {
      within = name;
      if (name === 'row') {
        row = {
          number: numberOf(attribute('r'), row.number + 1),
          isHidden: isTrue(attribute('hidden')),
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
      else if (name === 'mergeCell') listener.merged?.(attribute('ref'));
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
        const read = listener.cell(cell, inline.take());
        cell = null;
        if (isEmpty(read)) return;
        while (row.cells.length < column) row.cells.push(EMPTY);
        row.cells[column] = read;
      }
      if (name === 'row') listener.row(row);
    },
  });
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
