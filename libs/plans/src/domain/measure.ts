import type { CalendarDate, Id } from '@lib/kernel';
import type { Direction, MeasureKind, Sensitivity } from '@lib/performance';
import type { PartsFrom } from './composite-parts.js';

/** How a measure is counted: what its definition says. What is null is not said. */
export interface DefinitionSheet {
  readonly name: string;
  /** What is counted, in the plural: "offences". */
  readonly unit: string;
  /** A count is returned by its authority; the others are worked out and never returned. */
  readonly kind: MeasureKind;
  readonly direction: Direction;
  /** How carefully its figures are published. */
  readonly sensitivity: Sensitivity;
  /** Each figure covers the twelve months up to its quarter, so that quarters never add up and have no limits. */
  readonly rollingTwelveMonths: boolean;
  /** Whether its authority reports one figure a quarter or one for each month. */
  readonly countedBy: 'quarter' | 'month';
  /** What is counted. */
  readonly wording: string;
  /** Of a rate, in words; both or neither. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly inclusions: string | null;
  readonly exclusions: string | null;
  readonly source: string;
  readonly caveats: string | null;
  /** How long after the quarter its figure is known, in words. */
  readonly publicationLag: string | null;
  /** Who in the authority answers for it: a post, never a person. */
  readonly ownerPost: string | null;
  /** The counts it is worked out from, in the order of `observationFrom`; empty for a count. */
  readonly componentIds: readonly Id[];
}

/** Why a definition took the place of another one, and who said so. */
export interface DefinitionChange {
  /** Whether figures before and after can be compared. */
  readonly comparable: boolean;
  readonly reason: string;
  /** "The board, 3 May 2011" */
  readonly approvedBy: string;
}

/** A version of a definition, in force from a day until the next one starts. It is never rewritten. */
export interface MeasureDefinition extends DefinitionSheet {
  readonly id: Id;
  readonly measureId: Id;
  readonly version: number;
  readonly inForceFrom: CalendarDate;
  /** Null for the first version. */
  readonly change: DefinitionChange | null;
}

/** A measure with the definition in force on the day asked about. */
export interface Measure {
  readonly id: Id;
  readonly slug: string;
  /** The ready measure of the catalogue that it was made from; null for none. */
  readonly catalogueKey: string | null;
  /** The responsible authority that reports it, or answers for a composite. */
  readonly authorityId: Id;
  readonly definition: MeasureDefinition;
  /** What it is worked out from under each of its definitions, oldest first. */
  readonly parts: readonly PartsFrom[];
}
