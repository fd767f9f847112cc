import type { DateRange, Id } from '@lib/kernel';

/** `count` is reported by its authority; `composite` is the sum of other measures and is never reported. */
export type MeasureKind = 'count' | 'composite';

/** Which way is good. `context`: neither; a rise may mean that more people report. */
export type Direction = 'lower' | 'higher' | 'context';

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
