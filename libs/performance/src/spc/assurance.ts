import type { Direction } from '../direction.js';
import type { ProcessLimits } from './xmr.js';

/** Whether the process, left as it is, will keep meeting its target. */
export type Assurance = 'will-keep-meeting' | 'will-keep-missing' | 'hit-and-miss';

/**
 * The target in force against the latest limits: outside them the process always meets or always misses it, between
 * them it is chance. Null where there is no target or neither way is good.
 */
export function assuranceOf(
  { lower, upper }: Pick<ProcessLimits, 'lower' | 'upper'>,
  target: number | null,
  direction: Direction,
): Assurance | null {
  if (target === null || (direction !== 'lower' && direction !== 'higher')) return null;
  if (target >= lower && target <= upper) return 'hit-and-miss';
  const processIsAbove = target < lower;
  return processIsAbove === (direction === 'higher') ? 'will-keep-meeting' : 'will-keep-missing';
}
