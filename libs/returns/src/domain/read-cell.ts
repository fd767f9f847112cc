import type { FigureEntry } from './figure-entry.js';
import { counted } from './figure-entry.js';
import { readCount } from './read-count.js';

export type ReadCell = { readonly entry: FigureEntry } | { readonly problem: string };

/** What stands in cells of official tables instead of a figure; each of them needs a reason here. */
const NEEDS_A_REASON = /^(\[[xzc]\]|n\/?a|not available|not applicable|suppressed|-)$/i;

/**
 * Reads the cell of one figure, typed, pasted or uploaded: a count, or `nil` for nothing to report.
 *
 * @param text what stands in the cell, not empty
 * @param label the name of the cell, as on the page
 */
export function readCell(text: string, label: string): ReadCell {
  const typed = text.trim();
  if (/^nil$/i.test(typed)) return { entry: { kind: 'nil' } };
  if (NEEDS_A_REASON.test(typed))
    return {
      problem: `${label} has no figure: leave it empty and say why under “No figure to give?”`,
    };
  const read = readCount(text, label);
  return 'problem' in read ? read : { entry: counted(read.count) };
}
