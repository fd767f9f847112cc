import { calendarDate } from '@lib/kernel';
import { monthsInWords, movementInWords, ordinal, rankInWords, verdictInWords } from './comparator-words.js';

it('a change is said in percent from 50 on, and in counts below', () => {
  expect(movementInWords({ before: 510, after: 449 })).toBe('fell by 12%');
  expect(movementInWords({ before: 500, after: 501 })).toBe('rose by less than 1%');
  expect(movementInWords({ before: 17, after: 22 })).toBe('went from 17 to 22');
  expect(movementInWords({ before: 0, after: 0 })).toBe('stayed the same');
});

it('a difference between changes is never called one where chance makes it', () => {
  expect(verdictInWords({ ratio: 0.967, lower: 0.85, upper: 1.1 })).toBe(
    'the difference is within what chance makes (one change over the other: 0.97, 95% range 0.85 to 1.10)',
  );
  expect(verdictInWords({ ratio: 0.7, lower: 0.6, upper: 0.9 })).toContain('went down beside the others');
  expect(verdictInWords({ ratio: 1.4, lower: 1.1, upper: 1.9 })).toContain('went up beside the others');
});

it('a place is never said without what chance leaves open', () => {
  expect(rankInWords({ rank: 8, of: 32, tiedWith: 0, from: 5, until: 13 })).toBe(
    'The rate is the 8th highest of 32; by chance it may be anything from the 5th to the 13th.',
  );
  expect(rankInWords({ rank: 1, of: 5, tiedWith: 1, from: 1, until: 1 })).toBe(
    'The rate is the highest of 5, tied with 1 more; chance alone does not change that.',
  );
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 32].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 32nd',
  );
});

it('months are named once a year', () => {
  const months = (from: string, until: string) =>
    monthsInWords({ from: calendarDate(from), until: calendarDate(until) });
  expect(months('2025-03-01', '2026-03-01')).toBe('March 2025 to February 2026');
  expect(months('2025-10-01', '2026-01-01')).toBe('October to December 2025');
});
