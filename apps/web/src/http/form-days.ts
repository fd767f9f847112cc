import { type CalendarDate, DomainError, readCalendarDate } from '@lib/kernel';
import type { PageError } from '@lib/ui';

/** A day as people type it: "31 10 2026". */
export function typed(date: CalendarDate | null): string {
  return date === null ? '' : date.split('-').reverse().map(Number).join(' ');
}

/** Reads the day in a box, or says what is wrong with it. */
export function readDay(
  text: string,
  box: string,
  name: string,
): { date: CalendarDate } | { error: PageError } {
  const date = readCalendarDate(text);
  return date
    ? { date }
    : { error: { text: `${name} must be a real date, like 31 3 2027`, href: `#${box}` } };
}

/** What a refusal says beside the box in which it is put right; any other error goes on. */
export function besideItsBox(error: unknown, boxOf: Readonly<Record<string, string>>): PageError[] {
  const box = error instanceof DomainError ? boxOf[error.code] : undefined;
  if (box === undefined) throw error;
  return [{ text: (error as DomainError).message, href: `#${box}` }];
}
