import type { CalendarDate, Id } from '@lib/kernel';

/** What a measure is worked out from, from a day on. */
export interface PartsFrom {
  readonly from: CalendarDate;
  readonly componentIds: readonly Id[];
}

/**
 * What a measure is worked out from on a day. Before its first definition that is what the first one says, so that a
 * new one has a past where its parts have one.
 *
 * @param parts oldest first; empty for nothing
 */
export function partsOn(parts: readonly PartsFrom[], date: CalendarDate): readonly Id[] {
  return (parts.findLast(({ from }) => from <= date) ?? parts[0])?.componentIds ?? [];
}
