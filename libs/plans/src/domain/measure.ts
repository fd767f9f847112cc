import type { DateRange, Id } from '@lib/kernel';
import type { Direction, Sensitivity } from '@lib/performance';

/** `count` is reported by its authority; `composite` is the sum of other measures and is never reported. */
export type MeasureKind = 'count' | 'composite';

/** What is tracked, as defined while `inForce`. A changed definition is a new version, never a rewrite. */
export interface MeasureDefinition {
  readonly id: Id;
  readonly measureId: Id;
  readonly version: number;
  readonly inForce: DateRange;
  readonly name: string;
  /** What is counted, in the plural: "offences". */
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly direction: Direction;
  /** How carefully its figures are published. */
  readonly sensitivity: Sensitivity;
  /** Each figure covers the twelve months up to its quarter, so that quarters never add up and have no limits. */
  readonly rollingTwelveMonths: boolean;
  /** Whether its authority reports one figure a quarter or one for each month. */
  readonly countedBy: 'quarter' | 'month';
  readonly wording: string;
  readonly source: string;
  /** The measures a composite adds up; empty for a count. */
  readonly componentIds: readonly Id[];
}

/** A measure with the definition in force on the day asked about. */
export interface Measure {
  readonly id: Id;
  readonly slug: string;
  /** The responsible authority that reports it, or answers for a composite. */
  readonly authorityId: Id;
  readonly definition: MeasureDefinition;
}
