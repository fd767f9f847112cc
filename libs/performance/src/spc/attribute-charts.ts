import { requireCount, requirePositive } from '../requirements.js';
import type { ProcessLimits } from './xmr.js';
import { xmrLimits } from './xmr.js';

/** A count over something that varies: residents, households, interviews. */
export interface CountOver {
  readonly count: number;
  /** Above 0. */
  readonly base: number;
}

/** c-chart: counts over equal exposures, mean ± 3√mean; never below 0. At least one count. */
export function cLimits(counts: readonly number[]): ProcessLimits {
  for (const count of counts) requireCount(count, 'A count');
  const mean = sum(counts) / counts.length;
  if (!Number.isFinite(mean)) throw new RangeError('A c-chart needs a count.');
  return around(mean, Math.sqrt(mean), { floor: 0 });
}

/**
 * u-chart: rates over exposures that vary, mean ± 3√(mean/nᵢ); limits for each point, never below 0.
 *
 * @param basis the points that the mean is taken of, where later points must not move it; all of them when left out
 */
export function uLimits(points: readonly CountOver[], basis = points): ProcessLimits[] {
  const mean = overall(basis);
  return points.map(({ base }) => around(mean, uSpread(mean, base), RATE));
}

/** p-chart: proportions, mean ± 3√(mean(1−mean)/nᵢ); limits for each point, between 0 and 1. `basis` as for u. */
export function pLimits(points: readonly CountOver[], basis = points): ProcessLimits[] {
  const mean = requireProportions(basis);
  return points.map(({ base }) => around(mean, pSpread(mean, base), PROPORTION));
}

/**
 * u′-chart (Laney 2002): as u, each sigma widened by how much the standardised points really vary from one to the
 * next (their mean moving range / 1.128). For rates that vary more, or less, than Poisson. At least two points in
 * `basis`.
 */
export function uPrimeLimits(points: readonly CountOver[], basis = points): ProcessLimits[] {
  return widened(points, basis, { mean: overall(basis), spread: uSpread, bounds: RATE });
}

/** p′-chart (Laney 2002): as p, widened in the same way. */
export function pPrimeLimits(points: readonly CountOver[], basis = points): ProcessLimits[] {
  return widened(points, basis, { mean: requireProportions(basis), spread: pSpread, bounds: PROPORTION });
}

/**
 * How much rates or proportions vary against chance: the mean square of the standardised points, about 1 where chance
 * explains them. Null for fewer than two points, or where nothing varies by chance (all 0, or all of the base).
 */
export function dispersionOfShares(
  family: 'rate' | 'proportion',
  points: readonly CountOver[],
): number | null {
  if (points.length < 2) return null;
  const mean = family === 'rate' ? overall(points) : requireProportions(points);
  const spread = family === 'rate' ? uSpread : pSpread;
  if (spread(mean, 1) === 0) return null;
  return sum(standardised(points, mean, spread).map((score) => score ** 2)) / (points.length - 1);
}

type Spread = (mean: number, base: number) => number;
type Ends = { readonly floor: number; readonly ceiling?: number };

const RATE: Ends = { floor: 0 };
const PROPORTION: Ends = { floor: 0, ceiling: 1 };

const uSpread: Spread = (mean, base) => Math.sqrt(mean / base);
const pSpread: Spread = (mean, base) => Math.sqrt((mean * (1 - mean)) / base);

function widened(
  points: readonly CountOver[],
  basis: readonly CountOver[],
  { mean, spread, bounds }: { mean: number; spread: Spread; bounds: Ends },
): ProcessLimits[] {
  const { sigma } = xmrLimits(standardised(basis, mean, spread));
  return points.map(({ base }) => around(mean, spread(mean, base) * sigma, bounds));
}

function standardised(points: readonly CountOver[], mean: number, spread: Spread): number[] {
  return points.map(({ count, base }) => {
    const sigma = spread(mean, base);
    return sigma === 0 ? 0 : (count / base - mean) / sigma;
  });
}

function overall(points: readonly CountOver[]): number {
  for (const { count, base } of points) {
    requireCount(count, 'A count');
    requirePositive(base, 'A base');
  }
  if (points.length === 0) throw new RangeError('A chart needs a point.');
  return sum(points.map(({ count }) => count)) / sum(points.map(({ base }) => base));
}

function requireProportions(points: readonly CountOver[]): number {
  if (points.some(({ count, base }) => count > base))
    throw new RangeError('The numerator of a proportion is at most its base.');
  return overall(points);
}

function around(mean: number, sigma: number, { floor, ceiling = Infinity }: Ends): ProcessLimits {
  const within = (value: number) => Math.min(ceiling, Math.max(floor, value));
  return {
    mean,
    lower: within(mean - 3 * sigma),
    upper: within(mean + 3 * sigma),
    nearLower: within(mean - 2 * sigma),
    nearUpper: within(mean + 2 * sigma),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
