import { Temporal } from 'temporal-polyfill';

declare const londonDay: unique symbol;

/**
 * A day in London without a time, as ISO text (`2010-06-30`). Text sorts, compares, prints and is stored as it
 * stands; arithmetic goes through Temporal. Never a `Date`: midnight moves in summer.
 */
export type CalendarDate = string & { readonly [londonDay]: true };

/** Reads an ISO day. Throws RangeError for a day that does not exist (`2011-02-29`). */
export function calendarDate(iso: string): CalendarDate {
  return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString() as CalendarDate;
}

/** The day it is in London at an instant. */
export function londonDateOf(instant: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString() as CalendarDate;
}

/** The instant at which a day begins in London. */
export function startOfDay(date: CalendarDate): Date {
  const { epochMilliseconds } = Temporal.PlainDate.from(date).toZonedDateTime('Europe/London');
  return new Date(epochMilliseconds);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;
}

export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as CalendarDate;
}

/** Whole days from one day to another; negative when `until` is earlier. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'day' }).days;
}

/**
 * A half-open range of days: `from` is in it, `until` is not, so one range's end is the next one's start.
 * `until` null means no end is known.
 */
export interface DateRange {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export function contains(range: DateRange, date: CalendarDate): boolean {
  return range.from <= date && (range.until === null || date < range.until);
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Reads a day as people write it in England: `31 10 2026`, `31/10/2026`, `31 October 2026`, `31 Oct 2026` or ISO.
 * Returns null for anything that is not one real day.
 */
export function readCalendarDate(text: string): CalendarDate | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  const english = /^\s*(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})\s*$/i.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [english?.[3], english?.[2], english?.[1]];
  // Nothing a partnership plans or remembers lies outside; a slip of the finger does.
  if (!year || !month || !day || year < '1900' || year > '2199') return null;
  const monthNumber = /^\d+$/.test(month)
    ? Number(month)
    : MONTHS.findIndex((name) => name.startsWith(month.toLowerCase())) + 1;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: monthNumber, day: Number(day) },
      { overflow: 'reject' },
    ).toString() as CalendarDate;
  } catch {
    return null;
  }
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `1 June 2011` */
export function dateInWords(date: CalendarDate): string {
  return LONG_DATE.format(new Date(`${date}T00:00:00Z`));
}
