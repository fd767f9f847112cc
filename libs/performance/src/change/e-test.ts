import { poissonPmf } from '../distributions.js';
import { type CountPair, shareOfExposure } from './count-pair.js';

/** Probabilities below this add nothing to any digit that is shown. */
const NEGLIGIBLE = 1e-14;

/** What is equal on paper may differ in the last bit. */
const TIE = 1e-12;

/**
 * The E-test of two Poisson counts (Krishnamoorthy and Thomson 2004), a little more powerful than the conditional
 * test: the probability, under one common rate, of a pair at least as far apart as the one observed, where "far" is
 * T = (after/tₐ − before/t_b) / √(after/tₐ² + before/t_b²).
 *
 * @returns the p-value, 0 to 1; 1 when both counts are 0
 */
export function eTest(pair: CountPair): number {
  shareOfExposure(pair);
  const { before, after, exposureBefore, exposureAfter } = pair;
  if (before + after === 0) return 1;
  const distance = (late: number, early: number) => {
    const variance = late / exposureAfter ** 2 + early / exposureBefore ** 2;
    return variance === 0 ? 0 : (late / exposureAfter - early / exposureBefore) / Math.sqrt(variance);
  };
  const observed = Math.abs(distance(after, before)) - TIE;
  const rate = (before + after) / (exposureBefore + exposureAfter);
  const early = support(rate * exposureBefore);
  const late = support(rate * exposureAfter);
  const upTo = cumulative(early.probabilities);
  let p = 0;
  late.probabilities.forEach((probability, index) => {
    const count = late.from + index;
    // With the later count fixed T falls as the earlier one rises: what is as far apart lies at the two ends.
    const farAbove = firstWhere(upTo.length - 1, (at) => distance(count, early.from + at) < observed);
    const farBelow = firstWhere(upTo.length - 1, (at) => distance(count, early.from + at) <= -observed);
    const reached =
      observed <= 0 ? upTo.at(-1)! : upTo[farAbove]! + (upTo.at(-1)! - upTo[Math.max(farAbove, farBelow)]!);
    p += probability * reached;
  });
  return Math.min(1, p);
}

interface Support {
  /** The smallest count that can occur. */
  readonly from: number;
  /** Of that count and each after it. */
  readonly probabilities: readonly number[];
}

/** The counts that can occur, outwards from the mean until they are negligible. */
function support(mean: number): Support {
  const centre = Math.floor(mean);
  let from = centre;
  while (from > 0 && poissonPmf(from - 1, mean) >= NEGLIGIBLE) from -= 1;
  const probabilities: number[] = [];
  for (let count = from; ; count += 1) {
    const probability = poissonPmf(count, mean);
    if (count > centre && probability < NEGLIGIBLE) return { from, probabilities };
    probabilities.push(probability);
  }
}

/** Sums of the first 0, 1, 2, … values. */
function cumulative(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}

/** The first of 0 to `length` for which it holds (and from then on), by halving; `length` when for none. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
