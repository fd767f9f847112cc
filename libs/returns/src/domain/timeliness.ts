import { addDays, type CalendarDate } from '@lib/kernel';

/** Whether a return is in time: another thing than whether it can still be changed. */
export type Timeliness = 'not-due' | 'due-soon' | 'on-time' | 'late' | 'overdue';

/** Days before the due date from which on a return is due soon. */
const SOON_DAYS = 14;

/**
 * The timeliness of a return, from its first submission: a correction neither improves nor worsens it.
 *
 * @param firstSentOn the London day on which revision 1 was first sent; null while it was not
 */
export function timelinessOf(
  { dueOn, firstSentOn }: { dueOn: CalendarDate; firstSentOn: CalendarDate | null },
  today: CalendarDate,
): Timeliness {
  if (firstSentOn) return firstSentOn <= dueOn ? 'on-time' : 'late';
  if (today > dueOn) return 'overdue';
  return today >= addDays(dueOn, -SOON_DAYS) ? 'due-soon' : 'not-due';
}
