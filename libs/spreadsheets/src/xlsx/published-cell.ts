import { type Cell, EMPTY } from '../sheet.js';
import { cellValue, type Lookups, type WrittenCell } from './cell-value.js';

/**
 * A cell of a workbook that others published. How a number is shown makes it no other number, so a percentage is the
 * share that stands there; but a day is written as one, or it would be taken for a figure. At fault is what has no
 * value: an error, and a formula that nobody has worked out.
 */
export function publishedCell(
  written: WrittenCell,
  inline: string,
  { lookups, countsFrom1904 }: { lookups: Lookups; countsFrom1904: boolean },
): Cell {
  const { text, fault } = cellValue(written, inline, lookups);
  if (written.type === 'e') return { text, fault: `holds the error ${text.slice(0, 20)}` };
  if (written.type !== 'n') return { text, fault: null };
  if (written.value === '')
    return fault === null ? EMPTY : { text, fault: 'holds a formula without a result' };
  return {
    text: lookups.formats[written.style] === 'date' ? dayOf(text, countsFrom1904) : text,
    fault: null,
  };
}

const DAY = 24 * 60 * 60 * 1000;

/** The day that a number of days stands for, with the time if there is one. Day 60 was a day that never was. */
function dayOf(days: string, countsFrom1904: boolean): string {
  const start = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = new Date(start + Math.round(Number(days) * DAY));
  // Not even a spreadsheet has days as far off as that.
  if (Number.isNaN(at.getTime())) return `${days} days`;
  const written = at.toISOString();
  return written.endsWith('T00:00:00.000Z') ? written.slice(0, 10) : written.slice(0, 16).replace('T', ' ');
}
