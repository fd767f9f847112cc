import { requireCount } from '../requirements.js';

export type ChartKind = 'c' | 'xmr' | 'g' | 't' | 'u' | "u'" | 'p' | "p'";

/** Why a chart was chosen. */
export type ChartReason = 'poisson' | 'overdispersed' | 'too-few-points' | 'rare-events' | 'not-counted';

/** Fewer points cannot show whether counts vary as chance does. */
const POINTS_FOR_DISPERSION = 12;
const LARGEST_POISSON_DISPERSION = 1.5;
/** Where more than half of the periods hold this many events or fewer, gaps between events say more than counts. */
const RARE = 2;

/**
 * How much counts vary against chance: φ = Σ(xᵢ − x̄)²/x̄ /(n − 1). About 1 for Poisson counts. Null for fewer than two
 * counts, or when all are 0.
 */
export function dispersionOf(counts: readonly number[]): number | null {
  for (const count of counts) requireCount(count, 'A count');
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (counts.length < 2 || mean === 0) return null;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / mean / (counts.length - 1);
}

/** The chart for counts over equal periods: chosen by their dispersion, with the reason. */
export function chartForCounts(counts: readonly number[]): { kind: 'c' | 'xmr' | 'g'; reason: ChartReason } {
  if (counts.length === 0) return { kind: 'xmr', reason: 'too-few-points' };
  const rare = counts.filter((count) => count <= RARE).length;
  if (counts.length >= POINTS_FOR_DISPERSION && rare > counts.length / 2)
    return { kind: 'g', reason: 'rare-events' };
  const dispersion = dispersionOf(counts);
  if (counts.length < POINTS_FOR_DISPERSION || dispersion === null)
    return { kind: 'xmr', reason: 'too-few-points' };
  return dispersion > LARGEST_POISSON_DISPERSION
    ? { kind: 'xmr', reason: 'overdispersed' }
    : { kind: 'c', reason: 'poisson' };
}

/** The chart for rates or proportions: the plain one while points vary as chance does, else its widened form. */
export function chartForShares(
  family: 'rate' | 'proportion',
  standardisedDispersion: number | null,
  points: number,
): { kind: 'u' | "u'" | 'p' | "p'"; reason: ChartReason } {
  const plain = family === 'rate' ? 'u' : 'p';
  if (points < POINTS_FOR_DISPERSION || standardisedDispersion === null)
    return { kind: `${plain}'`, reason: 'too-few-points' };
  return standardisedDispersion > LARGEST_POISSON_DISPERSION
    ? { kind: `${plain}'`, reason: 'overdispersed' }
    : { kind: plain, reason: 'poisson' };
}
