import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import binomialCdfOf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquareQuantileOf from '@stdlib/stats-base-dists-chisquare-quantile';
import negativeBinomialCdfOf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import negativeBinomialQuantileOf from '@stdlib/stats-base-dists-negative-binomial-quantile';
import normalCdfOf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import poissonPmfOf from '@stdlib/stats-base-dists-poisson-pmf';

/*
 * The one door to the distributions, which are a library's. Arguments in the order they are spoken: what is asked
 * first, the distribution's parameters after it.
 */

/** The value below which a chi-square variable stays with probability `p`. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return chiSquareQuantileOf(p, degreesOfFreedom);
}

/** P(Z ≤ z) of the standard normal. */
export function normalCdf(z: number): number {
  return normalCdfOf(z, 0, 1);
}

/** The z below which a standard normal variable stays with probability `p`. */
export function normalQuantile(p: number): number {
  return normalQuantileOf(p, 0, 1);
}

/** P(X ≤ k) of k successes in n trials, each with probability `p`. 0 for k below 0. */
export function binomialCdf(k: number, n: number, p: number): number {
  return k < 0 ? 0 : binomialCdfOf(k, n, p);
}

/** P(X = k) of a Poisson variable. A mean of 0 is always 0. */
export function poissonPmf(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 1 : 0;
  return poissonPmfOf(k, mean);
}

/** The value below which a beta variable stays with probability `p`. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  return betaQuantileOf(p, alpha, beta);
}

/**
 * P(X ≤ k) of a negative binomial variable: failures before the `size`-th success, each with probability `p`. `size`
 * need not be whole. 0 for k below 0.
 */
export function negativeBinomialCdf(k: number, size: number, p: number): number {
  return k < 0 ? 0 : negativeBinomialCdfOf(k, size, p);
}

/** The smallest k with P(X ≤ k) at least `probability`. */
export function negativeBinomialQuantile(probability: number, size: number, p: number): number {
  return negativeBinomialQuantileOf(probability, size, p);
}
