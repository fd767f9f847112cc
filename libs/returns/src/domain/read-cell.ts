import type { DecimalMark } from '@lib/spreadsheets';
import { counted, type FigureEntry } from './figure-entry.js';
import { readCount } from './read-count.js';

export type ReadCell = { readonly entry: FigureEntry } | { readonly problem: string };

/** What stands in cells of official tables instead of a figure; each of them needs a reason here. */
const NEEDS_A_REASON = /^(\[[xzc]\]|n\/?a|not available|not applicable|suppressed|-)$/i;

/**
 * Reads what stands in the cell of one figure, typed, pasted or uploaded: a count, or `nil` for nothing to report. The
 * one place that knows what may stand there.
 *
 * @param text not empty
 * @param label the name of the measure; a problem is a sentence that starts with it
 */
export function readCell(text: string, label: string, decimalMark: DecimalMark = 'point'): ReadCell {
  if (/^\s*nil\s*$/i.test(text)) return { entry: { kind: 'nil' } };
  if (NEEDS_A_REASON.test(text.trim()))
    return { problem: `${label} has no figure: leave it empty and say why under “No figure to give?”` };
  const plain = decimalMark === 'comma' ? withPoint(text.trim()) : text;
  if (plain === null)
    return {
      problem: `${label} is not clear: “${text.trim()}” could be read in two ways: enter a whole number without points and commas`,
    };
  const read = readCount(plain, label);
  return 'problem' in read ? read : { entry: counted(read.count) };
}

/**
 * A number written with a decimal comma, written with a point: 1.754,0 and 1754,0 are 1754.0, and 1.234.567 is 1234567.
 * Null for what means one thing with a comma for decimals and another with a comma for thousands: 1,754 and 1.754.
 */
function withPoint(text: string): string | null {
  if (/^\d{1,3}[.,]\d{3}$/.test(text)) return null;
  const parts = /^(\d+|\d{1,3}([. \u00a0]\d{3})+)(?:,(\d+))?$/.exec(text);
  if (!parts) return text;
  const [, whole = '', , decimals] = parts;
  return whole.replace(/\D/g, '') + (decimals === undefined ? '' : `.${decimals}`);
}
