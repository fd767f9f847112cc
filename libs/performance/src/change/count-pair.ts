import { requireCount, requirePositive } from '../requirements.js';

/** Two counts of the same thing, each with what it was counted over: quarters, months, residents. */
export interface CountPair {
  readonly before: number;
  readonly after: number;
  /** Above 0, in the same unit for both. */
  readonly exposureBefore: number;
  readonly exposureAfter: number;
}

/** Two counts over equal exposures. */
export function equalExposures(before: number, after: number): CountPair {
  return { before, after, exposureBefore: 1, exposureAfter: 1 };
}

/** What share of both exposures the later one is. Throws RangeError for a pair that is none. */
export function shareOfExposure({ before, after, exposureBefore, exposureAfter }: CountPair): number {
  requireCount(before, 'The earlier count');
  requireCount(after, 'The later count');
  requirePositive(exposureBefore, 'The earlier exposure');
  requirePositive(exposureAfter, 'The later exposure');
  return exposureAfter / (exposureBefore + exposureAfter);
}
