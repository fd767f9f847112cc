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
    return variance === 0 ? 0 : Math.abs(late / exposureAfter - early / exposureBefore) / Math.sqrt(variance);
  };
  const observed = distance(after, before) - TIE;
  const rate = (before + after) / (exposureBefore + exposureAfter);
  const early = support(rate * exposureBefore);
  let p = 0;
  for (const [late, lateProbability] of support(rate * exposureAfter)) {
    let reached = 0;
    for (const [count, probability] of early) if (distance(late, count) >= observed) reached += probability;
    p += lateProbability * reached;
  }
  return Math.min(1, p);
}

/** The counts that can occur, with their probabilities, outwards from the mean until they are negligible. */
function support(mean: number): [number, number][] {
  const found: [number, number][] = [];
  const centre = Math.floor(mean);
  for (let count = centre; count >= 0; count -= 1) {
    const probability = poissonPmf(count, mean);
    if (probability < NEGLIGIBLE) break;
    found.push([count, probability]);
  }
  for (let count = centre + 1; ; count += 1) {
    const probability = poissonPmf(count, mean);
    if (probability < NEGLIGIBLE) break;
    found.push([count, probability]);
  }
  return found;
}
