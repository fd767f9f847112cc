import type { CalendarDate, Id } from '@lib/kernel';

/** What a composite adds up from a day on. */
export interface PartsFrom {
  readonly from: CalendarDate;
  readonly componentIds: readonly Id[];
}

/**
 * What a composite adds up on a day. Before its first definition that is what the first one says, so that a new
 * composite has a past where its parts have one.
 *
 * @param parts oldest first; empty for nothing
 */
export function partsOn(parts: readonly PartsFrom[], date: CalendarDate): readonly Id[] {
  return (parts.findLast(({ from }) => from <= date) ?? parts[0])?.componentIds ?? [];
}
