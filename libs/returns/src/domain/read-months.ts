import { Decimal } from '@lib/kernel';
import type { DecimalMark } from '@lib/spreadsheets';
import type { Months } from './figure-entry.js';
import { readCell, type ReadCell } from './read-cell.js';

/** Between the months of a quarter where they stand in one cell: 40 / 44 / 38. */
export const BETWEEN_MONTHS = '/';

/**
 * Reads the three months of a quarter; the quarter is their sum. Three nils are nil, and a nil beside a number is none.
 *
 * @param texts one for each month, oldest first; empty where nothing stands
 */
export function readMonths(texts: readonly string[], label: string, decimalMark?: DecimalMark): ReadCell {
  if (texts.length !== 3 || texts.some((text) => text.trim() === ''))
    return { problem: `${label} is counted by month: it needs all three months` };
  const read = texts.map((text, index) => readCell(text, `${label}, month ${index + 1}`, decimalMark));
  const wrong = read.find((one) => 'problem' in one);
  if (wrong) return wrong;
  const entries = read.flatMap((one) => ('entry' in one ? [one.entry] : []));
  if (entries.every(({ kind }) => kind === 'nil')) return { entry: { kind: 'nil' } };
  const months = entries.map((one) => (one.kind === 'value' ? one.value : new Decimal(0)));
  const value = months.reduce((sum, month) => sum.plus(month));
  return { entry: { kind: 'value', value, months: months as unknown as Months, provenance: null } };
}
