import { type Mark, readMark } from '@lib/published-data';
import { cellReference } from '@lib/spreadsheets';
import { ImportRefused } from '../domain/import-refused.js';
import type { FiguresOfTable } from '../domain/own-table.js';

/** What a cell says: a number in digits with a decimal point, or a mark in place of one. */
export type CellValue =
  { readonly value: string; readonly mark: null } | { readonly value: null; readonly mark: Mark };

export interface PlaceInFile {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly sheet?: string | null;
}

/** Digits alone, as most cells are. */
export function isPlainCount(text: string): boolean {
  return /^\d+$/.test(text);
}

/**
 * A cell that counts something: digits, which may be grouped by commas, and nothing behind a decimal mark but noughts.
 * Three noughts behind a mark may be thousands, or decimals: nobody can say.
 *
 * @throws ImportRefused for anything that is neither that nor a mark; nothing is counted below none
 */
export function readCount(text: string, place: PlaceInFile): CellValue {
  if (isPlainCount(text)) return { value: text, mark: null };
  const bare = text.trim();
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(bare) && !/^\d+,000$/.test(bare))
    return { value: bare.replaceAll(',', ''), mark: null };
  if (/^\d+([.,](0{1,2}|0{4,}))?$/.test(bare)) return { value: bare.replace(/[.,]0+$/, ''), mark: null };
  return markOrRefusal(bare, place, 'a whole number');
}

/**
 * A cell that measures something, with decimals behind a point or a comma; thousands are not grouped.
 * @throws ImportRefused for anything that is neither that nor a mark
 */
export function readMeasurement(text: string, place: PlaceInFile): CellValue {
  const bare = text.trim();
  if (/^-?\d+([.,]\d+)?$/.test(bare)) return { value: bare.replace(',', '.'), mark: null };
  if (/^-?\d+(\.\d+)?e-?\d{1,3}$/i.test(bare)) return { value: String(Number(bare)), mark: null };
  return markOrRefusal(bare, place, 'a number');
}

/**
 * A cell of a table that somebody typed, by what its figures are.
 * @throws ImportRefused for what is none, and for what nobody can tell: “1,234” is 1234 or 1.234
 */
export function readFigure(figures: FiguresOfTable, text: string, place: PlaceInFile): CellValue {
  if (figures === 'count') return readCount(text, place);
  const bare = text.trim();
  const cell = readDecimal(figures === 'percentage' ? bare.replace(/\s*%$/, '') : bare, place);
  if (figures === 'share' && cell.value !== null && Math.abs(Number(cell.value)) > 1)
    throw new ImportRefused(
      `${inWords(place)} holds “${bare.slice(0, 40)}”, and a share of one is no more than 1. If the figures are percentages, abandon the file and say so of its table.`,
    );
  return cell;
}

/** Decimals behind a point or a comma, thousands grouped by commas, where it can only be one of the two. */
function readDecimal(bare: string, place: PlaceInFile): CellValue {
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(bare))
    throw new ImportRefused(
      `${inWords(place)} holds “${bare}”, which may be ${bare.replace(',', '')} or ${bare.replace(',', '.')}. Write it without the comma, and load the file again.`,
    );
  const isGrouped = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(bare);
  return readMeasurement(isGrouped ? bare.replaceAll(',', '') : bare, place);
}

function markOrRefusal(bare: string, place: PlaceInFile, wanted: string): CellValue {
  const mark = readMark(bare);
  if (mark) return { value: null, mark };
  throw new ImportRefused(
    `${inWords(place)} holds “${bare.slice(0, 40)}”, which is not ${wanted}. Download the file again from its publisher; if it says the same there, ask the publisher.`,
  );
}

export function inWords({ row, column, sheet }: PlaceInFile): string {
  return `Cell ${cellReference(column, row)}${sheet ? ` of sheet “${sheet}”` : ''}`;
}
