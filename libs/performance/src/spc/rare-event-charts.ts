import { requireCount } from '../requirements.js';
import { type ProcessLimits, xmrLimits } from './xmr.js';

/** Makes days between rare events near enough to normal (Nelson 1994). */
const POWER = 3.6;

export interface GLimits {
  readonly mean: number;
  /** The line in the middle: the median, since the distribution is lopsided. */
  readonly centre: number;
  readonly lower: 0;
  readonly upper: number;
}

/**
 * g-chart: opportunities between rare events; mean + 3√(mean(mean + 1)), lower limit 0, centre line at the median.
 *
 * @param opportunities whole numbers between one event and the next; at least one
 */
export function gLimits(opportunities: readonly number[]): GLimits {
  for (const one of opportunities) requireCount(one, 'A number of opportunities');
  if (opportunities.length === 0) throw new RangeError('A g-chart needs a gap between two events.');
  const mean = opportunities.reduce((sum, one) => sum + one, 0) / opportunities.length;
  return { mean, centre: median(opportunities), lower: 0, upper: mean + 3 * Math.sqrt(mean * (mean + 1)) };
}

/**
 * t-chart: time between rare events, for one that is too seldom to count by period (homicide). An XmR chart of the
 * 3.6th roots, its limits raised back; never below 0.
 *
 * @param days between one event and the next, 0 or more; at least two
 */
export function tLimits(days: readonly number[]): ProcessLimits {
  if (days.some((one) => one < 0)) throw new RangeError('The time between two events cannot be negative.');
  const rooted = xmrLimits(days.map((one) => one ** (1 / POWER)));
  const back = (value: number) => Math.max(0, value) ** POWER;
  return {
    mean: back(rooted.mean),
    lower: back(rooted.lower),
    upper: back(rooted.upper),
    nearLower: back(rooted.nearLower),
    nearUpper: back(rooted.nearUpper),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
