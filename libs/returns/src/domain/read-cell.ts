import type { DecimalMark } from '@lib/spreadsheets';
import type { FigureEntry } from './figure-entry.js';
import { readCount } from './read-count.js';

export type ReadCell = { readonly entry: FigureEntry } | { readonly problem: string };

/**
 * Reads what stands in one cell of a spreadsheet, pasted or uploaded: the one place that knows what may stand there.
 *
 * @param text not empty
 * @param label the name of the measure; a problem is a sentence that starts with it
 */
export function readCell(text: string, label: string, decimalMark: DecimalMark = 'point'): ReadCell {
  const plain = decimalMark === 'comma' ? withPoint(text.trim()) : text;
  if (plain === null)
    return {
      problem: `${label} is not clear: “${text.trim()}” could be read in two ways: enter a whole number without points and commas`,
    };
  const read = readCount(plain, label);
  return 'problem' in read ? read : { entry: { kind: 'value', value: read.count, provenance: null } };
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
