import { requireCount, requirePositive } from '../requirements.js';

/** One year of an annual figure. */
export interface TrendYear {
  readonly value: number;
  /** The 95% limits of the value; with them the trend is a weighted regression. */
  readonly lower: number;
  readonly upper: number;
}

/** One year of a proportion, for the logistic form. */
export interface TrendProportion {
  /** A count, at most `base`. */
  readonly count: number;
  /** Above 0. */
  readonly base: number;
}

export type TrendVerdict =
  | 'increasing'
  | 'decreasing'
  | 'no-significant-change'
  /** Leaving one year out changes the verdict: one odd year carries it. */
  | 'no-significant-change-outlier';

export interface Trend {
  readonly verdict: TrendVerdict;
  readonly slope: number;
  readonly chiSquare: number;
}

/** χ² of 1 degree of freedom at p = 0.002, as Fingertips uses for its recent trend. */
const CRITICAL = 9.549536;

/** Half the width of a 95% interval in standard deviations. */
const Z = 1.959963984540054;

/** Five years in a row are what the method was made for. */
const FEWEST_YEARS = 5;

/**
 * The recent trend of an annual figure (OHID Fingertips): regression weighted by the inverse of each year's variance,
 * σᵢ = (U − L)/2z; χ² = β²/Var β. A trend is significant above 9.549536 and must hold when any one year is left out.
 * For annual figures only: the points of a rolling total repeat one another.
 *
 * @param years in order, one apart; null is returned for fewer than five
 */
export function recentTrend(years: readonly TrendYear[]): Trend | null {
  return judged(years, weightedRegression);
}

/**
 * The same for proportions: χ² of a linear trend in proportions, slope by least squares on the logit. A year in which
 * all or none of the base counted has no logit; half a case is then added on both sides of that year (Haldane 1956).
 */
export function recentTrendOfProportions(years: readonly TrendProportion[]): Trend | null {
  for (const { count, base } of years) {
    requireCount(count, 'A count');
    requirePositive(base, 'A base');
    if (count > base) throw new RangeError('The count of a proportion is at most its base.');
  }
  return judged(years, proportionTrend);
}

type Fit = { slope: number; chiSquare: number };

/** Years with their place in time, which they keep when a neighbour is left out. */
type Placed<Year> = readonly { readonly year: Year; readonly time: number }[];

function judged<Year>(years: readonly Year[], fit: (points: Placed<Year>) => Fit): Trend | null {
  if (years.length < FEWEST_YEARS) return null;
  const placed = years.map((year, time) => ({ year, time }));
  const whole = fit(placed);
  if (!significant(whole)) return { ...whole, verdict: 'no-significant-change' };
  const flips = placed.some((_, index) => {
    const rest = fit(placed.filter((_point, other) => other !== index));
    return Math.sign(rest.slope) !== Math.sign(whole.slope);
  });
  if (flips) return { ...whole, verdict: 'no-significant-change-outlier' };
  return { ...whole, verdict: whole.slope > 0 ? 'increasing' : 'decreasing' };
}

function significant({ chiSquare }: Fit): boolean {
  return chiSquare > CRITICAL;
}

function weightedRegression(points: Placed<TrendYear>): Fit {
  let w = 0;
  let wt = 0;
  let wtt = 0;
  let wy = 0;
  let wty = 0;
  for (const { year, time } of points) {
    const weight = ((2 * Z) / (year.upper - year.lower)) ** 2;
    if (!Number.isFinite(weight)) throw new RangeError('Each year of a trend needs limits that are apart.');
    w += weight;
    wt += weight * time;
    wtt += weight * time * time;
    wy += weight * year.value;
    wty += weight * time * year.value;
  }
  const determinant = w * wtt - wt ** 2;
  const slope = (w * wty - wt * wy) / determinant;
  return { slope, chiSquare: slope ** 2 / (w / determinant) };
}

/** χ² = D(D·Σct − C·Σdt)² / [C(D−C)(D·Σdt² − (Σdt)²)], D = Σd, C = Σc. */
function proportionTrend(points: Placed<TrendProportion>): Fit {
  let c = 0;
  let d = 0;
  let ct = 0;
  let dt = 0;
  let dtt = 0;
  for (const { year, time } of points) {
    c += year.count;
    d += year.base;
    ct += year.count * time;
    dt += year.base * time;
    dtt += year.base * time * time;
  }
  // All or none in every year: there is nothing that could change.
  const spread = c * (d - c) * (d * dtt - dt ** 2);
  const chiSquare = spread === 0 ? 0 : (d * (d * ct - c * dt) ** 2) / spread;
  return { slope: logitSlope(points), chiSquare };
}

function logitSlope(points: Placed<TrendProportion>): number {
  const n = points.length;
  const meanTime = points.reduce((sum, { time }) => sum + time, 0) / n;
  let above = 0;
  let below = 0;
  for (const { year, time } of points) {
    above += (time - meanTime) * logit(year);
    below += (time - meanTime) ** 2;
  }
  return above / below;
}

function logit({ count, base }: TrendProportion): number {
  const half = count === 0 || count === base ? 0.5 : 0;
  return Math.log((count + half) / (base - count + half));
}
