import type { Interval } from '../confidence.js';
import { negativeBinomialCdf, negativeBinomialQuantile } from '../distributions.js';
import { requireCount } from '../requirements.js';

/** What a forecast is made from; kept with it, so that it can be made again. */
export interface ForecastInputs {
  /** The count so far this year. */
  readonly soFar: number;
  /** The share of the year that has normally happened by now: above 0, at most 1. */
  readonly share: number;
  /**
   * How far the share is usually off: its standard deviation, from 0 on; 0 when left out. The year's total is then known
   * to about total × shareError/share only, however many were counted.
   */
  readonly shareError?: number;
  /** What was believed before: a gamma prior's shape a₀ and rate b₀. Jeffreys' (½, 0) unless disclosed. */
  readonly prior?: { readonly shape: number; readonly rate: number };
  /**
   * How many times more the remaining count varies than the model says (φ, at least 1), from at least eight past
   * quarters without their seasons; null when it is not known, and then the interval may be too narrow.
   */
  readonly dispersion?: number | null;
}

export interface YearEndForecast {
  readonly mean: number;
  readonly median: number;
  readonly interval80: Interval;
  readonly interval95: Interval;
  /** Whether the intervals may be too narrow, because nobody knows how much the counts vary. */
  readonly dispersionUnknown: boolean;
  /** P(total ≤ target): 0 when it is passed already, 1 for a year that is over and within it. */
  probabilityOfAtMost(target: number): number;
}

const JEFFREYS = { shape: 0.5, rate: 0 };

/**
 * The year's total, given the count so far (Gamma–Poisson): the yearly rate has the distribution Gamma(a₀ + y, b₀ + s),
 * so what remains is negative binomial with size a₀ + y and probability (b₀ + s)/(b₀ + 1). With a dispersion φ above 1
 * the variance V of what remains is inflated by φ: size' = μ/(φV/μ − 1). A share that is usually off by e inflates V to
 * V + (total × e/s)²; the larger of the two counts, since counts that vary more than chance have shares that do.
 */
export function forecastYearEnd(inputs: ForecastInputs): YearEndForecast {
  const { soFar, share, shareError = 0, prior = JEFFREYS, dispersion = null } = inputs;
  requireCount(soFar, 'The count so far');
  if (!(share > 0 && share <= 1)) throw new RangeError('The share of the year is above 0 and at most 1.');
  if (dispersion !== null && !(dispersion >= 1 && Number.isFinite(dispersion)))
    throw new RangeError('A dispersion is 1 or more.');
  if (!(prior.shape > 0 && prior.rate >= 0))
    throw new RangeError('A prior has a shape above 0 and a rate from 0 on.');
  if (!(shareError >= 0 && Number.isFinite(shareError)))
    throw new RangeError('An error of a share is 0 or more.');
  if (share === 1) return certain(soFar);

  const shape = prior.shape + soFar;
  const probability = (prior.rate + share) / (prior.rate + 1);
  const ofShare = dispersionOfShare({ shape, probability, share, shareError });
  const { size, p } = remaining(shape, probability, Math.max(dispersion ?? 1, ofShare));
  const quantile = (probability: number) => soFar + negativeBinomialQuantile(probability, size, p);
  return {
    mean: soFar + (size * (1 - p)) / p,
    median: quantile(0.5),
    interval80: { lower: quantile(0.1), upper: quantile(0.9) },
    interval95: { lower: quantile(0.025), upper: quantile(0.975) },
    dispersionUnknown: dispersion === null,
    probabilityOfAtMost: (target) => negativeBinomialCdf(Math.floor(target) - soFar, size, p),
  };
}

/** How many times the variance of what remains grows when the share itself is known only about. */
function dispersionOfShare({
  shape,
  probability,
  share,
  shareError,
}: {
  shape: number;
  probability: number;
  share: number;
  shareError: number;
}): number {
  const mean = (shape * (1 - probability)) / probability;
  const variance = mean / probability;
  const total = shape / share;
  return 1 + ((total * shareError) / share) ** 2 / variance;
}

/** A negative binomial with the same mean and φ times the variance. */
function remaining(size: number, p: number, dispersion: number): { size: number; p: number } {
  if (dispersion === 1) return { size, p };
  const mean = (size * (1 - p)) / p;
  const ratio = dispersion / p; // φV/μ, since V/μ is 1/p
  const inflated = mean / (ratio - 1);
  return { size: inflated, p: inflated / (inflated + mean) };
}

function certain(total: number): YearEndForecast {
  const point = { lower: total, upper: total };
  return {
    mean: total,
    median: total,
    interval80: point,
    interval95: point,
    dispersionUnknown: false,
    probabilityOfAtMost: (target) => (total <= target ? 1 : 0),
  };
}
