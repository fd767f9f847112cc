import type { Direction } from '../direction.js';
import type { MeasureType, Observation } from '../measures/observation.js';
import type { StatusRuleSet } from '../status/status-rules.js';
import type { DataState } from './data-fact.js';

/** The four quarters of a financial year, April first; null where there is no figure. */
export type FourQuarters = readonly [
  Observation | null,
  Observation | null,
  Observation | null,
  Observation | null,
];

/** A quarter of the financial year that starts in `financialYear`. */
export interface QuarterOfYear {
  readonly financialYear: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** A financial year as it is known: by quarter, as a whole, or both. */
export interface YearOfFigures {
  readonly financialYear: number;
  readonly quarters: FourQuarters;
  /** The year as it was published as a whole, for one that is not held by quarter; null otherwise. */
  readonly wholeYear: Observation | null;
}

/** How a year's target is spread over its quarters. */
export type TargetCourse =
  /** By the shares that the quarters of the last years had; even shares where no year is held. */
  | { readonly kind: 'usual-shares' }
  | { readonly kind: 'flat' }
  | { readonly kind: 'seasonal'; readonly shares: readonly number[] }
  /** A level for each quarter; `point` by itself, `cumulative` for the year up to its end. */
  | {
      readonly kind: 'explicit';
      readonly levels: readonly number[];
      readonly reading: 'point' | 'cumulative';
    };

/** A target as the facts need it: what meets it, in the measure's own unit. */
export type TargetInputs =
  | {
      readonly kind: 'bounds';
      readonly atLeast: number | null;
      readonly atMost: number | null;
      readonly course: TargetCourse;
      /** The year the baseline is of; null for a target without one. */
      readonly baselineYear: number | null;
      /** Whether the baseline was counted again the way figures are counted after the newest break. */
      readonly baselineRestated: boolean;
    }
  /** Among the best so many of a group; `place` null while no comparators are held. */
  | { readonly kind: 'rank'; readonly atMost: number; readonly place: number | null }
  | { readonly kind: 'milestone' }
  | { readonly kind: 'no-baseline' }
  | { readonly kind: 'narrative' };

/**
 * Everything the facts of a measure's financial year are worked out from, as plain JSON: kept with the result, so that
 * it can be worked out again in ten years.
 */
export interface MeasureInputs extends YearOfFigures {
  readonly type: MeasureType;
  /** What is counted, in the plural ("offences", "offences per 1,000 residents"); not used for percentages. */
  readonly unit: string;
  readonly direction: Direction;
  /** Each figure covers the twelve months up to its quarter (most surveys): quarters share cases and never add up. */
  readonly rollingTwelveMonths: boolean;
  /** Newest first. */
  readonly pastYears: readonly YearOfFigures[];
  /** The first quarter after each break in the series. */
  readonly breaks: readonly QuarterOfYear[];
  readonly target: TargetInputs | null;
  /** By which the status is coloured. */
  readonly statusRules: StatusRuleSet;
  /** What is known about the figures of the year. */
  readonly data: Pick<DataState, 'provisional' | 'revised'>;
}
