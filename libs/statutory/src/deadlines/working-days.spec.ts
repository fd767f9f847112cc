import { addDays, calendarDate, daysBetween } from '@lib/kernel';
import { BANK_HOLIDAYS } from './bank-holidays.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

const pad = (number: number): string => String(number).padStart(2, '0');

/** The Gregorian computus of Meeus, Jones and Butcher: an independent way to Easter Sunday. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`;
}

/** 0 for Sunday, by the calendar of the language and not by ours. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const plus = (day: string, days: number): string => addDays(calendarDate(day), days);
const nextMonday = (day: string): string => plus(day, (8 - weekday(day)) % 7);
const lastMonday = (day: string): string => plus(day, -((weekday(day) + 6) % 7));

/** What the usual rules give: a day on a weekend is taken on the next working day. */
function usual(year: number): string[] {
  const days = [
    plus(easter(year), -2),
    plus(easter(year), 1),
    nextMonday(`${year}-05-01`),
    lastMonday(`${year}-05-31`),
    lastMonday(`${year}-08-31`),
  ];
  for (const fixed of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]) {
    let day = fixed;
    const isTaken = (one: string): boolean =>
      days.includes(one) || (fixed.endsWith('26') && one === fixed && weekday(one) === 0);
    while (weekday(day) === 0 || weekday(day) === 6 || isTaken(day)) day = plus(day, 1);
    days.push(day);
  }
  return days.sort();
}

/** [left out, put in] beside the usual ones. */
const PROCLAIMED: Record<number, { moved: string[]; added: string[] }> = {
  2020: { moved: ['2020-05-04'], added: ['2020-05-08'] },
  2022: { moved: ['2022-05-30'], added: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { moved: [], added: ['2023-05-08'] },
};

describe('the bank holidays', () => {
  it.each(Object.keys(BANK_HOLIDAYS).map(Number))(
    'of %d are the usual ones and those that were proclaimed',
    (year) => {
      const { moved = [], added = [] } = PROCLAIMED[year] ?? {};
      const expected = [...usual(year).filter((day) => !moved.includes(day)), ...added].sort();
      // A Christmas on a Sunday is taken on the Tuesday, after Boxing Day: the same two days either way.
      expect(BANK_HOLIDAYS[year]!.map((day) => `${year}-${day}`)).toEqual(expected);
    },
  );

  it('are known for every year up to 2028', () => {
    const years = Object.keys(BANK_HOLIDAYS).map(Number);
    expect(years).toEqual(Array.from({ length: 10 }, (_, index) => 2019 + index));
  });
});

describe('working days', () => {
  it.each([
    ['2020-05-04', true],
    ['2020-05-08', false],
    ['2022-05-30', true],
    ['2022-06-02', false],
    ['2022-06-03', false],
    ['2022-09-19', false],
    ['2023-05-08', false],
    ['2026-11-23', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
    ['2026-12-28', false],
    ['2028-02-29', true],
  ])('%s: %s', (day, working) => expect(isWorkingDay(calendarDate(day))).toBe(working));

  it.each([
    ['2026-11-23', 20, '2026-12-21'],
    // Over Christmas and New Year: 25 and 28 December and 1 January do not count.
    ['2026-12-18', 20, '2027-01-20'],
    ['2020-05-07', 1, '2020-05-11'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2022-09-16', 1, '2022-09-20'],
    // Asked on a Saturday: Monday is the first.
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-03-27', 1, '2026-03-30'],
  ])('from %s %d later is %s', (day, count, later) => {
    expect(addWorkingDays(calendarDate(day), count)).toBe(later);
  });

  it('are refused where the list does not reach', () => {
    expect(() => addWorkingDays(calendarDate('2028-12-20'), 20)).toThrow(
      'The bank holidays of 2029 are not on record.',
    );
  });

  it('never take more than two weeks for five', () => {
    for (let day = calendarDate('2019-01-01'); day < '2028-12-01'; day = addDays(day, 1)) {
      const later = addWorkingDays(day, 5);
      expect(daysBetween(day, later)).toBeGreaterThanOrEqual(5);
      expect(daysBetween(day, later)).toBeLessThanOrEqual(14);
    }
  });
});
