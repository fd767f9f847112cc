import { conditionalTest } from '../change/conditional-test.js';
import { xmrLimits } from '../spc/xmr.js';

/** Quarters from which a measure's own limits say what is usual; fewer say it by chance alone. */
export const ENOUGH_FOR_LIMITS = 12;

/** As far out as three-sigma limits are: 27 in 10,000. */
const RARE = 0.0027;

/** Quarters before it that a count is compared with where there are too few for limits. */
const RECENT = 4;

/** Counts of boroughs vary more than chance: within a fifth of the mean none is worth a question. */
const WORTH_ASKING = 0.2;

export interface UnusualCount {
  readonly towards: 'higher' | 'lower';
  /** What would have been usual, in whole numbers, ends included. Null where only chance says, by a mean. */
  readonly usual: { readonly from: number; readonly to: number } | null;
  /** The mean of the quarters it was compared with. */
  readonly mean: number;
  /** How many those were. */
  readonly quarters: number;
}

/**
 * Whether a count is so unusual that whoever typed it should look again: a question, never a verdict. From twelve
 * quarters on it is asked outside the measure's own XmR limits; with fewer, where chance (the conditional test of
 * Poisson counts against the last one to four quarters, p < 0.0027) hardly explains it and it is more than a fifth off.
 *
 * @param count of the new quarter, 0 or more
 * @param history the quarters before it, oldest first; gaps left out
 * @returns null when it is nothing unusual, or nothing is known to compare it with
 */
export function unusualCount(count: number, history: readonly number[]): UnusualCount | null {
  if (history.length === 0) return null;
  const compared = history.length >= ENOUGH_FOR_LIMITS ? history : history.slice(-RECENT);
  const sum = compared.reduce((total, one) => total + one, 0);
  const mean = sum / compared.length;
  const towards = count > mean ? 'higher' : 'lower';
  const found = { towards, mean, quarters: compared.length } as const;
  if (history.length >= ENOUGH_FOR_LIMITS) {
    const { lower, upper } = xmrLimits(history);
    const usual = { from: Math.max(0, Math.ceil(lower)), to: Math.floor(upper) };
    return count < usual.from || count > usual.to ? { ...found, usual } : null;
  }
  if (Math.abs(count - mean) <= WORTH_ASKING * mean) return null;
  const p = conditionalTest({
    before: sum,
    after: count,
    exposureBefore: compared.length,
    exposureAfter: 1,
  });
  return p < RARE ? { ...found, usual: null } : null;
}
