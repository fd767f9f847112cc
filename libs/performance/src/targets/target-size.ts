import { multiplier } from '../confidence.js';
import { normalCdf } from '../distributions.js';
import { requireCount } from '../requirements.js';

/**
 * The most that a later count may be for its fall from `before` to look real at 95% after one year:
 * b* = ⌊(√a − 1.96/√2)²⌋. Null when no fall, not even to nothing, would.
 *
 * @param before a count over one year, 0 or more
 */
export function smallestRealFall(before: number): number | null {
  requireCount(before, 'The earlier count');
  const root = Math.sqrt(before) - multiplier(0.95) / Math.SQRT2;
  return root < 0 ? null : Math.floor(root ** 2);
}

/**
 * The chance that a year which exactly hits "reduce by r" would show as a real change at 95%:
 * Φ(−1.96 − m) + 1 − Φ(1.96 − m), m = √2(√(a(1−r)) − √a). A target with a small one cannot be told from chance.
 *
 * @param before a count over one year, 0 or more
 * @param reduction a share from 0 to 1, such as 0.045 for 4.5%
 */
export function chanceHitShows(before: number, reduction: number): number {
  requireCount(before, 'The earlier count');
  if (!(reduction >= 0 && reduction <= 1)) throw new RangeError('A reduction is a share from 0 to 1.');
  const z = multiplier(0.95);
  const m = Math.SQRT2 * (Math.sqrt(before * (1 - reduction)) - Math.sqrt(before));
  return normalCdf(-z - m) + 1 - normalCdf(z - m);
}
