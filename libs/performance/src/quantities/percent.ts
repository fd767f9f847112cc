declare const unit: unique symbol;

/** A share of a whole, or a relative change: 4.5 for 4.5%. Never mixed up with percentage points. */
export type Percent = number & { readonly [unit]: 'percent' };

/** The difference of two percentages: from 73.9% to 78.8% is 4.9 points (and 6.6%). */
export type PercentagePoints = number & { readonly [unit]: 'percentage points' };

/** Throws RangeError for what is not a number. */
export function percent(value: number): Percent {
  return requireFinite(value) as Percent;
}

export function percentagePoints(value: number): PercentagePoints {
  return requireFinite(value) as PercentagePoints;
}

/** A share as a percentage. @param whole above 0 */
export function percentageOf(part: number, whole: number): Percent {
  if (!(whole > 0)) throw new RangeError('A percentage needs a whole above 0.');
  return percent((100 * part) / whole);
}

/** How far apart two percentages are, second less first. */
export function pointsBetween(first: Percent, second: Percent): PercentagePoints {
  return percentagePoints(second - first);
}

/** The relative change from one number to another; null from 0, or from so little that it has no end. */
export function relativeChange(before: number, after: number): Percent | null {
  const change = (100 * (after - before)) / before;
  return Number.isFinite(change) ? percent(change) : null;
}

function requireFinite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number.`);
  return value;
}
