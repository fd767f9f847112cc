import type { CalendarDate } from '@lib/kernel';
import {
  codeListOf,
  type CodeList,
  labelKey,
  meaningOf,
  ownTableOf,
  seriesEverywhere,
  type AnySource,
} from '@lib/published-data';

/** What people have answered of a source's labels before, by `labelKey`. */
export interface RememberedMeanings {
  readonly series: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<string, string>;
  /** Headings of columns. */
  readonly columns: ReadonlyMap<string, string>;
}

export const NOTHING_REMEMBERED: RememberedMeanings = {
  series: new Map(),
  areas: new Map(),
  columns: new Map(),
};

/**
 * What a label of a series means in a release: what people said of it goes before the code list.
 * @returns null where nobody knows
 */
export function seriesMeaning(
  source: AnySource,
  label: string,
  releasedOn: CalendarDate,
  answered: ReadonlyMap<string, string>,
): string | null {
  // In a table of one’s own, everything is what it is called.
  if (source === 'own-table' || ownTableOf(source) !== null) return labelKey(label);
  return answered.get(labelKey(label)) ?? meaningOf(codeListOf(source), label, releasedOn);
}

/** Numbers of the series that every area has a row of, by what they mean together. */
export function groupsEverywhere(
  list: CodeList,
  releasedOn: CalendarDate,
  meanings: ReadonlyMap<number, string>,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const key of seriesEverywhere(list, releasedOn)) groups.set(key, []);
  for (const [number, means] of meanings) groups.get(means)?.push(number);
  return groups;
}
