import { type CalendarDate, contains } from '@lib/kernel';
import { namesOn } from '../applicability/holders.js';
import type { Obligation } from '../applicability/obligations.js';
import type { Records } from './records.js';
import { type Due, duesOf, keyOf, type Period } from './rules.js';

/** One time that a duty is due from one bearer. */
export interface Occurrence {
  /** `FIS-5/strategy-group/2026-04-01`: the same whenever it is worked out. */
  readonly key: string;
  readonly obligation: Obligation;
  /** The days that it is about: a year, a quarter, the time since it was last done, the day of an event. */
  readonly about: Period;
  /** The last day on which it is in time; null where the law sets none. */
  readonly dueOn: CalendarDate | null;
  /** Who owes it, by the name of the kind of body. */
  readonly owedBy: readonly string[];
  readonly doneOn: CalendarDate | null;
}

/**
 * What falls due from an obligation within a period, the earliest first; what has no day counts on the day it came up.
 *
 * Where a duty starts, ends or changes hands in the middle:
 * 1. A year or a quarter is owed when the duty was law on a day of it and still is on its last day to act. So a duty
 *    that starts in a quarter is owed for that quarter, and one that has ended leaves nothing to be done.
 * 2. Who bears the duty on that last day owes it, also for days on which another body did: what clinical commissioning
 *    groups had not disclosed by 1 July 2022 was for the integrated care boards.
 * 3. A clock that runs since something was last done is not set back when it changes hands.
 * 4. What happened while a duty was law is owed to the end, also after the duty is no law any more.
 */
export function occurrences(obligation: Obligation, records: Records, within: Period): Occurrence[] {
  return duesOf(obligation, records, within)
    .filter((due) => contains(within, momentOf(due)))
    .sort((one, other) => compare(momentOf(one), momentOf(other)) || compare(one.slug, other.slug))
    .map(({ slug, about, dueOn, doneOn }) => ({
      key: keyOf(obligation, slug),
      obligation,
      about,
      dueOn,
      owedBy: namesOn(obligation.holders, dueOn ?? about.from),
      doneOn,
    }));
}

/** The day by which it is sorted: its last day, or the day it came up. */
export function momentOf({ dueOn, about }: Pick<Due, 'dueOn' | 'about'>): CalendarDate {
  return dueOn ?? about.from;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
