import type { AuthorityKind } from '@lib/partnerships';
import type { Direction, Sensitivity } from '@lib/performance';

/** What a ready measure says for itself; the rest it has from its group. */
export interface ReadyFacts {
  /** Letter and number of the catalogue, such as P5a: the same for as long as there is a catalogue. */
  readonly key: string;
  readonly name: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly wording: string;
  readonly direction: Direction;
  readonly sensitivity?: Sensitivity;
  readonly rollingTwelveMonths?: boolean;
  readonly inclusions?: string;
  readonly exclusions?: string;
  readonly caveats?: string;
  readonly publicationLag?: string;
  /** Where the group's source is not its own. */
  readonly source?: string;
  readonly returnedBy?: AuthorityKind;
  /** False where nobody has confirmed yet that the source has it. */
  readonly isSourceConfirmed?: boolean;
  /** Of a sum: the keys of what it adds up. */
  readonly partKeys?: readonly string[];
  /** Of a gap: the keys of the part and the whole of each group. */
  readonly gapKeys?: readonly [string, string, string, string];
  /** The percentage that the count makes of another one. A percentage is never typed: its two counts are returned. */
  readonly percentage?: { readonly outOf: string; readonly direction: 'lower' | 'higher' | 'range' };
}

/** What people want to track and no measure of ours can hold, with the reason. */
export interface NotReady {
  readonly name: string;
  readonly because: string;
}

/** The ready measures that one kind of authority returns, or that are asked in one way. */
export interface CatalogueGroup {
  readonly key: string;
  readonly name: string;
  readonly returnedBy: AuthorityKind;
  readonly source: string;
  readonly isSourceConfirmed: boolean;
  readonly publicationLag: string | null;
  readonly measures: readonly ReadyFacts[];
  readonly notReady: readonly NotReady[];
}

/** How far the percentages of two groups are apart; the narrower the better. */
export function gapBetween(
  gapKeys: NonNullable<ReadyFacts['gapKeys']>,
  key: string,
  name: string,
  unit: string,
  wording: string,
  more: Partial<ReadyFacts> = {},
): ReadyFacts {
  return { key, direction: 'lower', name, unit, wording, gapKeys, ...more };
}

/** A count that means something by itself. */
export function count(
  key: string,
  direction: Direction,
  name: string,
  unit: string,
  wording: string,
  more: Partial<ReadyFacts> = {},
): ReadyFacts {
  return { key, direction, name, unit, wording, ...more };
}

/** A count that means something only as a percentage of another one: up or down is neither good nor bad by itself. */
export function partOf(
  outOf: string,
  key: string,
  direction: 'lower' | 'higher' | 'range',
  name: string,
  unit: string,
  wording: string,
  more: Partial<ReadyFacts> = {},
): ReadyFacts {
  return { key, direction: 'context', name, unit, wording, percentage: { outOf, direction }, ...more };
}
