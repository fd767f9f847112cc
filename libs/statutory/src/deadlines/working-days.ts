import { addDays, type CalendarDate, calendarDate, daysBetween } from '@lib/kernel';
import { BANK_HOLIDAYS } from './bank-holidays.js';

/** A day between Monday and Friday that is no bank holiday in England and Wales. */
export function isWorkingDay(day: CalendarDate): boolean {
  const holidays = BANK_HOLIDAYS[Number(day.slice(0, 4))];
  if (!holidays) throw new RangeError(`The bank holidays of ${day.slice(0, 4)} are not on record.`);
  return weekday(day) < 5 && !holidays.includes(day.slice(5));
}

/** The day so many working days after another, which is not counted. Throws RangeError beyond the list. */
export function addWorkingDays(day: CalendarDate, workingDays: number): CalendarDate {
  let date = day;
  for (let left = workingDays; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

const A_MONDAY = calendarDate('2001-01-01');

/** 0 for Monday to 6 for Sunday. */
function weekday(day: CalendarDate): number {
  return ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
}
