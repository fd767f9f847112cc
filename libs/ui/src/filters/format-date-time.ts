const dayInLondon = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

const clockInLondon = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
  timeZone: 'Europe/London',
});

/**
 * Writes an instant as the clock on the wall in London showed it:
 * `2026-07-09T13:05:00Z` becomes `9 July 2026 at 2:05pm`.
 *
 * @param instant a Date, or an ISO 8601 instant with its offset; nothing is written as nothing
 * @throws RangeError when the text is not an instant
 */
export function formatDateTime(instant: Date | string | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') return '';
  const moment = toInstant(instant);
  const clock = clockInLondon.formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => clock.find((each) => each.type === type)?.value ?? '';
  return `${dayInLondon.format(moment)} at ${part('hour')}:${part('minute')}${part('dayPeriod').toLowerCase()}`;
}

function toInstant(instant: Date | string): Date {
  // Without an offset JavaScript would read the text in the server's own zone.
  const saysItsOffset = instant instanceof Date || /(Z|[+-]\d{2}:?\d{2})$/.test(instant);
  const moment = new Date(instant);
  if (!saysItsOffset || Number.isNaN(moment.valueOf())) {
    throw new RangeError(`"${String(instant)}" is not an ISO 8601 instant with an offset`);
  }
  return moment;
}
