import {
  calendarDate,
  contains,
  daysBetween,
  londonDateOf,
  readCalendarDate,
  startOfDay,
} from './calendar-date.js';

describe('calendar dates', () => {
  it.each([
    ['31 10 2026', '2026-10-31'],
    ['31/10/2026', '2026-10-31'],
    ['1 Oct 2026', '2026-10-01'],
    [' 9 september 2026 ', '2026-09-09'],
    ['2026-10-31', '2026-10-31'],
  ])('reads %p', (text, iso) => expect(readCalendarDate(text)).toBe(iso));

  it.each([
    '31 9 2026',
    '29/2/2027',
    '10 2026',
    'soon',
    '',
    '1 13 2026',
    '1 xyz 2026',
    '31 10 0000',
    '1 1 9999',
  ])('refuses %p', (text) => expect(readCalendarDate(text)).toBeNull());

  it('takes the day from London, not from UTC', () => {
    expect(londonDateOf(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonDateOf(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  });

  it('starts a day at midnight in London, an hour earlier in summer, also when the clocks change', () => {
    const starts = ['2026-12-31', '2026-07-01', '2026-03-30', '2026-10-25'].map((day) =>
      startOfDay(calendarDate(day)).toISOString(),
    );
    expect(starts).toEqual([
      '2026-12-31T00:00:00.000Z',
      '2026-06-30T23:00:00.000Z',
      '2026-03-29T23:00:00.000Z',
      '2026-10-24T23:00:00.000Z',
    ]);
  });

  it('holds ranges half-open', () => {
    const ccg = { from: calendarDate('2020-04-01'), until: calendarDate('2022-07-01') };
    expect(contains(ccg, calendarDate('2022-06-30'))).toBe(true);
    expect(contains(ccg, calendarDate('2022-07-01'))).toBe(false);
  });

  it('counts days across the change to summer time', () => {
    expect(daysBetween(calendarDate('2026-03-28'), calendarDate('2026-03-30'))).toBe(2);
  });
});
