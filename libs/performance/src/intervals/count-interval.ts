import { type Confidence, type Interval, multiplier, tail } from '../confidence.js';
import { chiSquareQuantile } from '../distributions.js';
import { requireCount, requirePositive } from '../requirements.js';

/** From this count on Byar's approximation is as good as exact, and published tables use it. */
const BYAR_FROM = 10;

/**
 * The range in which the underlying count lies, given an observed one that varies as Poisson: exact below 10, Byar's
 * approximation from 10 on (the convention of the Office for Health Improvement and Disparities, Fingertips).
 *
 * @param observed a count, 0 or more
 */
export function countInterval(observed: number, confidence: Confidence = 0.95): Interval {
  return observed < BYAR_FROM
    ? exactPoissonInterval(observed, confidence)
    : byarInterval(observed, confidence);
}

/**
 * Exact limits from the chi-square distribution (Garwood 1936):
 * lower = χ²(α/2; 2O)/2, 0 when O is 0; upper = χ²(1−α/2; 2O+2)/2.
 */
export function exactPoissonInterval(observed: number, confidence: Confidence): Interval {
  requireCount(observed, 'A count');
  const alpha = tail(confidence);
  return {
    lower: observed === 0 ? 0 : chiSquareQuantile(alpha, 2 * observed) / 2,
    upper: chiSquareQuantile(1 - alpha, 2 * observed + 2) / 2,
  };
}

/**
 * Byar's approximation (Breslow and Day 1987):
 * O(1 − 1/9O − z/3√O)³ and (O+1)(1 − 1/9(O+1) + z/3√(O+1))³.
 */
export function byarInterval(observed: number, confidence: Confidence): Interval {
  requireCount(observed, 'A count');
  if (observed === 0) throw new RangeError('Byar’s approximation needs a count above 0.');
  const z = multiplier(confidence);
  const end = (count: number, side: -1 | 1) =>
    count * (1 - 1 / (9 * count) + (side * z) / (3 * Math.sqrt(count))) ** 3;
  return { lower: end(observed, -1), upper: end(observed + 1, 1) };
}

/**
 * The same range as a rate: the limits of the count for each `per` of the population.
 *
 * @param population above 0, such as residents or households
 * @param per 1,000 or 100,000
 */
export function rateInterval(
  observed: number,
  population: number,
  per: number,
  confidence: Confidence = 0.95,
): Interval & { readonly rate: number } {
  requirePositive(population, 'A population');
  requirePositive(per, 'The base of a rate');
  const { lower, upper } = countInterval(observed, confidence);
  const scale = per / population;
  return { rate: observed * scale, lower: lower * scale, upper: upper * scale };
}
