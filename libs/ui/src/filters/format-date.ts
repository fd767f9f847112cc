const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * UTC on both sides: a calendar date has no hour, so no time zone may move it to the day before.
 */
const longDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Writes a calendar date as people say it: `2026-09-30` becomes `30 September 2026`.
 *
 * @param date `YYYY-MM-DD`, or nothing, which is written as nothing
 * @throws RangeError for any other text: a wrong date on a page is worse than no page
 */
export function formatDate(date: string | null | undefined): string {
  if (date === null || date === undefined || date === '') return '';
  const midnight = CALENDAR_DATE.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  // Date turns 31 June into 1 July, so check that what comes out is what went in.
  if (!midnight || Number.isNaN(midnight.valueOf()) || !midnight.toISOString().startsWith(date)) {
    throw new RangeError(`"${date}" is not a calendar date in the form YYYY-MM-DD`);
  }
  return longDate.format(midnight);
}
