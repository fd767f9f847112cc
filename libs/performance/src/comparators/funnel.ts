import { type Interval, multiplier, tail } from '../confidence.js';
import { chiSquareQuantile } from '../distributions.js';
import { countInterval } from '../intervals/count-interval.js';
import { requireCount, requirePositive } from '../requirements.js';

export type FunnelLabel = 'low-99.8' | 'low-95' | 'not-significant' | 'high-95' | 'high-99.8';

export interface FunnelPoint {
  /** Observed over expected. */
  readonly ratio: number;
  readonly interval95: Interval;
  readonly interval998: Interval;
  readonly label: FunnelLabel;
}

/**
 * Where an area lies in a funnel: its observed count against the one expected at the rate of the group, with the
 * limits of the observed count divided by the expected one (OHID, PHEindicatormethods).
 *
 * @param observed a count
 * @param expected the group's rate times the area's population, above 0
 */
export function funnelPoint(observed: number, expected: number): FunnelPoint {
  requireCount(observed, 'The observed count');
  requirePositive(expected, 'The expected count');
  const over = ({ lower, upper }: Interval): Interval => ({
    lower: lower / expected,
    upper: upper / expected,
  });
  const interval95 = over(countInterval(observed, 0.95));
  const interval998 = over(countInterval(observed, 0.998));
  return { ratio: observed / expected, interval95, interval998, label: labelOf(interval95, interval998) };
}

function labelOf(interval95: Interval, interval998: Interval): FunnelLabel {
  if (interval998.lower > 1) return 'high-99.8';
  if (interval998.upper < 1) return 'low-99.8';
  if (interval95.lower > 1) return 'high-95';
  if (interval95.upper < 1) return 'low-95';
  return 'not-significant';
}

/**
 * The curves of a funnel: the ratios within which an area of this expected count lies by chance alone, exact from the
 * chi-square distribution (as FunnelPlotR): χ²(α/2; 2E)/2E and χ²(1−α/2; 2E+2)/2E.
 *
 * @param expected above 0, whole or not
 */
export function funnelLimits(expected: number, confidence: 0.95 | 0.998): Interval {
  requirePositive(expected, 'The expected count');
  const alpha = tail(confidence);
  return {
    lower: chiSquareQuantile(alpha, 2 * expected) / (2 * expected),
    upper: chiSquareQuantile(1 - alpha, 2 * expected + 2) / (2 * expected),
  };
}

/** How much more areas differ than chance explains, found from the areas themselves. */
export interface Overdispersion {
  /** Σz²/I of the winsorised scores. */
  readonly phi: number;
  /** The variance between areas, on the scale of √ratio·2. 0 when chance explains them. */
  readonly tauSquared: number;
}

/** Areas that are needed before overdispersion can be told from chance. */
export const FEWEST_AREAS = 15;

/**
 * Overdispersion of a funnel by Spiegelhalter's additive method (2005): scores on the square-root scale, winsorised a
 * tenth at each end; where Iφ ≥ I − 1, τ² = (Iφ − (I − 1)) / (Σw − Σw²/Σw), w = 1/s².
 *
 * @returns null for fewer than 15 areas: too few to tell
 */
export function overdispersion(
  areas: readonly { readonly observed: number; readonly expected: number }[],
): Overdispersion | null {
  if (areas.length < FEWEST_AREAS) return null;
  const scores = areas.map(({ observed, expected }) => {
    requireCount(observed, 'An observed count');
    requirePositive(expected, 'An expected count');
    return 2 * (Math.sqrt(observed) - Math.sqrt(expected));
  });
  const kept = winsorised(scores, 0.1);
  const phi = kept.reduce((sum, score) => sum + score ** 2, 0) / kept.length;
  const count = areas.length;
  if (count * phi < count - 1) return { phi, tauSquared: 0 };
  // On the scale of 2√ratio an area's own variance is 1/expected, so its weight is its expected count.
  const weights = areas.map(({ expected }) => expected);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  return { phi, tauSquared: (count * phi - (count - 1)) / (total - squares / total) };
}

/** The curves of a funnel, widened by the overdispersion between areas. */
export function widenedFunnelLimits(
  expected: number,
  { tauSquared }: Overdispersion,
  confidence: 0.95 | 0.998,
): Interval {
  requirePositive(expected, 'The expected count');
  const reach = multiplier(confidence) * Math.sqrt(1 / expected + tauSquared);
  return { lower: Math.max(0, 1 - reach / 2) ** 2, upper: (1 + reach / 2) ** 2 };
}

/** Where an area lies in a funnel whose limits are widened by the overdispersion between areas. */
export function widenedFunnelLabel(
  observed: number,
  expected: number,
  widening: Overdispersion,
): FunnelLabel {
  const ratio = observed / expected;
  const limits95 = widenedFunnelLimits(expected, widening, 0.95);
  const limits998 = widenedFunnelLimits(expected, widening, 0.998);
  if (ratio > limits998.upper) return 'high-99.8';
  if (ratio < limits998.lower) return 'low-99.8';
  if (ratio > limits95.upper) return 'high-95';
  if (ratio < limits95.lower) return 'low-95';
  return 'not-significant';
}

function winsorised(scores: readonly number[], share: number): number[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const cut = Math.floor(share * sorted.length);
  const lowest = sorted[cut]!;
  const highest = sorted[sorted.length - 1 - cut]!;
  return scores.map((score) => Math.min(highest, Math.max(lowest, score)));
}
