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

/** u-chart: rates over exposures that vary, mean ± 3√(mean/nᵢ); limits for each point, never below 0. */
export function uLimits(points: readonly CountOver[]): ProcessLimits[] {
  const mean = overall(points);
  return points.map(({ base }) => around(mean, Math.sqrt(mean / base), { floor: 0 }));
}

/** p-chart: proportions, mean ± 3√(mean(1−mean)/nᵢ); limits for each point, between 0 and 1. */
export function pLimits(points: readonly CountOver[]): ProcessLimits[] {
  const mean = requireProportions(points);
  return points.map(({ base }) =>
    around(mean, Math.sqrt((mean * (1 - mean)) / base), { floor: 0, ceiling: 1 }),
  );
}

/**
 * u′-chart (Laney 2002): as u, each sigma widened by how much the standardised points really vary from one to the
 * next (their mean moving range / 1.128). For rates that vary more, or less, than Poisson.
 */
export function uPrimeLimits(points: readonly CountOver[]): ProcessLimits[] {
  const mean = overall(points);
  const spreads = points.map(({ base }) => Math.sqrt(mean / base));
  return widened(points, mean, spreads, { floor: 0 });
}

/** p′-chart (Laney 2002): as p, widened in the same way. */
export function pPrimeLimits(points: readonly CountOver[]): ProcessLimits[] {
  const mean = requireProportions(points);
  const spreads = points.map(({ base }) => Math.sqrt((mean * (1 - mean)) / base));
  return widened(points, mean, spreads, { floor: 0, ceiling: 1 });
}

function widened(
  points: readonly CountOver[],
  mean: number,
  spreads: readonly number[],
  bounds: { floor: number; ceiling?: number },
): ProcessLimits[] {
  const standardised = points.map(({ count, base }, index) =>
    spreads[index] === 0 ? 0 : (count / base - mean) / spreads[index]!,
  );
  const { sigma } = xmrLimits(standardised);
  return spreads.map((spread) => around(mean, spread * sigma, bounds));
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

function around(
  mean: number,
  sigma: number,
  { floor, ceiling = Infinity }: { floor: number; ceiling?: number },
): ProcessLimits {
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
