import { addDays, addMonths, type CalendarDate } from '@lib/kernel';
import type { Obligation } from '../applicability/obligations.js';
import { momentOf, type Occurrence, occurrences } from './occurrences.js';
import type { Records } from './records.js';

/** Without a last day nothing is late: it is done, or it is open. */
export type Progress = 'done' | 'done-late' | 'open' | 'overdue';

/** How an occurrence stands on a day. On its last day it is still open. */
export function progressOf({ dueOn, doneOn }: Occurrence, today: CalendarDate): Progress {
  if (doneOn !== null) return dueOn === null || doneOn <= dueOn ? 'done' : 'done-late';
  return dueOn !== null && dueOn < today ? 'overdue' : 'open';
}

/** Longer than the longest time between two occurrences in the catalogue, which is four years. */
export const FAR_AHEAD_MONTHS = 60;

/** What is to be done next and is not late yet; null where nothing has a day. */
export function nextDue(obligation: Obligation, records: Records, today: CalendarDate): Occurrence | null {
  // Most come round within a year; the years beyond are worked out only for those that do not.
  for (const months of [15, FAR_AHEAD_MONTHS]) {
    const ahead = { from: today, until: addMonths(today, months) };
    const next = occurrences(obligation, records, ahead).find(
      ({ dueOn, doneOn }) => dueOn !== null && doneOn === null,
    );
    if (next) return next;
  }
  return null;
}

/** What was not done by its last day, the earliest first: done late, or not to this day. */
export function missed(obligation: Obligation, records: Records, today: CalendarDate): Occurrence[] {
  return occurrences(obligation, records, { from: records.keptSince, until: today }).filter((occurrence) =>
    ['done-late', 'overdue'].includes(progressOf(occurrence, today)),
  );
}

/** What has its last day today or within so many days and is not done, the earliest first. */
export function fallingDue(
  obligations: readonly Obligation[],
  records: Records,
  today: CalendarDate,
  days: number,
): Occurrence[] {
  const soon = { from: today, until: addDays(today, days + 1) };
  return obligations
    .flatMap((obligation) => occurrences(obligation, records, soon))
    .filter(({ dueOn, doneOn }) => dueOn !== null && doneOn === null)
    .sort((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1));
}

/** The day on which work has to start for an occurrence to be in time; null where it has no last day. */
export function startBy({ dueOn }: Occurrence, leadDays: number): CalendarDate | null {
  return dueOn === null ? null : addDays(dueOn, -leadDays);
}
