import { type Confidence, tail } from '../confidence.js';
import { betaQuantile, binomialCdf } from '../distributions.js';
import type { CountPair } from './count-pair.js';
import { shareOfExposure } from './count-pair.js';

/**
 * The conditional test of two Poisson counts (C-test; Przyborowski and Wilenski 1940): given their sum, the later one
 * is binomial. Two-sided by central doubling, min(1, 2·min(P(≤b), P(≥b))); libraries differ where exposures are
 * unequal, so the convention is part of the method.
 *
 * @returns the p-value, 0 to 1; 1 when both counts are 0
 */
export function conditionalTest(pair: CountPair): number {
  const share = shareOfExposure(pair);
  const { before, after } = pair;
  const sum = before + after;
  if (sum === 0) return 1;
  const atMost = binomialCdf(after, sum, share);
  const atLeast = 1 - binomialCdf(after - 1, sum, share);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

/** How many times the earlier rate the later one is. */
export interface RateRatio {
  readonly ratio: number | null;
  readonly lower: number;
  readonly upper: number | null;
}

/**
 * The ratio of the two rates, after over before, with its exact range (Clopper and Pearson's limits of the later
 * count's share, turned into a ratio).
 *
 * @returns ratio and upper null when there was nothing before: nothing bounds them then
 */
export function rateRatio(pair: CountPair, confidence: Confidence = 0.95): RateRatio {
  shareOfExposure(pair);
  const { before, after, exposureBefore, exposureAfter } = pair;
  const alpha = tail(confidence);
  const lowerShare = after === 0 ? 0 : betaQuantile(alpha, after, before + 1);
  const upperShare = before === 0 ? 0 : betaQuantile(1 - alpha, after + 1, before);
  const exposures = exposureBefore / exposureAfter;
  const ratioOf = (share: number) => (share / (1 - share)) * exposures;
  return {
    ratio: before === 0 ? null : (after / before) * exposures,
    lower: ratioOf(lowerShare),
    upper: before === 0 ? null : ratioOf(upperShare),
  };
}
