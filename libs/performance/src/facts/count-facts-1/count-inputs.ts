import type { Direction } from '../../direction.js';
import type { DataState } from '../data-fact.js';

/** The four quarters of a financial year, April first; null where there is no figure. */
export type FourCounts = readonly [number | null, number | null, number | null, number | null];

/** An earlier year: by quarter where it is held so, else as a total. */
export interface PastYear {
  readonly financialYear: number;
  readonly quarters: FourCounts | null;
  /** The year's total; null where a quarter is missing and no total was published. */
  readonly total: number | null;
  /** The series breaks after this year: what follows is not compared with it. */
  readonly breakAfter: boolean;
}

/** A target as the facts need it. */
export type CountTarget =
  | { readonly kind: 'at-most'; readonly passMark: number }
  | { readonly kind: 'no-baseline' }
  | { readonly kind: 'narrative' };

/**
 * Everything the facts of a counted measure are worked out from, as plain JSON: kept with the result, so that it can be
 * worked out again in ten years.
 */
export interface CountInputs {
  readonly financialYear: number;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly direction: Direction;
  readonly quarters: FourCounts;
  /** The year's total where it was reported as a whole and not by quarter; null otherwise. */
  readonly wholeYear: number | null;
  /** Newest first. */
  readonly pastYears: readonly PastYear[];
  readonly target: CountTarget | null;
  /** What is known about the newest figure. */
  readonly data: Omit<DataState, 'incomplete'>;
}
