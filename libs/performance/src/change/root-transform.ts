import { requireCount } from '../requirements.js';

/**
 * √2(√b − √a): how many standard deviations two counts over equal exposures lie apart. With both counts random the
 * standard deviation of √b − √a is 1/√2, so ±1.96 is 95%. The popular 2(√b − √a) takes the earlier count as certain
 * and cries wolf at 1.96 in one of six.
 */
export function rootTransform(before: number, after: number): number {
  requireCount(before, 'The earlier count');
  requireCount(after, 'The later count');
  return Math.SQRT2 * (Math.sqrt(after) - Math.sqrt(before));
}
