import { Decimal } from '@lib/kernel';

/** How a year's target is spread over its periods. */
export type Trajectory =
  /** The same in every period. */
  | { readonly kind: 'flat' }
  /** By each period's share of the year, which sum to 1. */
  | { readonly kind: 'seasonal'; readonly shares: readonly number[] }
  /** A level for each period, as agreed. */
  | { readonly kind: 'explicit'; readonly levels: readonly Decimal[] };

/** Whether a level is for a period by itself or for the year up to its end. */
export type Reading = 'point' | 'cumulative';

/**
 * What a target allows at the end of a period.
 *
 * @param level the level for the whole year
 * @param period from 1 on
 * @param periods in the year: 4 or 12
 * @returns for `cumulative` the year so far, for `point` that period alone; exact, not rounded
 */
export function allowedAt(
  trajectory: Trajectory,
  level: Decimal,
  { period, periods, reading }: { period: number; periods: 4 | 12; reading: Reading },
): Decimal {
  if (!Number.isInteger(period) || period < 1 || period > periods)
    throw new RangeError(`A year has periods 1 to ${periods}.`);
  const partOf = (index: number): Decimal => {
    if (trajectory.kind === 'flat') return level.div(periods);
    if (trajectory.kind === 'explicit') return requireOneEach(trajectory.levels, periods)[index]!;
    return level.times(requireShares(trajectory.shares, periods)[index]!);
  };
  if (reading === 'point') return partOf(period - 1);
  // Whole at the end of the year, whatever the shares' last digits are.
  if (period === periods && trajectory.kind !== 'explicit') return level;
  return Array.from({ length: period }, (_, index) => partOf(index)).reduce((sum, part) => sum.plus(part));
}

function requireShares(shares: readonly number[], periods: number): readonly number[] {
  requireOneEach(shares, periods);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.some((share) => !(share >= 0)) || Math.abs(sum - 1) > 1e-9)
    throw new RangeError('The shares of a year are 0 or more and sum to 1.');
  return shares;
}

function requireOneEach<T>(values: readonly T[], periods: number): readonly T[] {
  if (values.length !== periods)
    throw new RangeError(`There must be one for each of the ${periods} periods.`);
  return values;
}
