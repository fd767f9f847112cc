import { Decimal } from '@lib/kernel';
import { sumOfComponents } from './composite.js';
import { type AnnualTarget, judgeAnnualTarget, type QuarterCounts } from './judge-annual-target.js';

const count = (value: number | null) => (value === null ? null : new Decimal(value));
const year = (...counts: (number | null)[]) => counts.map(count) as unknown as QuarterCounts;
const atMost = (passMark: number | null): AnnualTarget => ({
  kind: 'percentage-reduction',
  passMark: count(passMark),
});

describe('judging an annual target', () => {
  it.each<[string, AnnualTarget | null, QuarterCounts, string, string | null, string | null]>([
    // 368 + 464 + 476 + 387 = 1,695 against 1,675: 20 too many
    ['serious acquisitive crime 2010/11', atMost(1675), year(368, 464, 476, 387), 'not-met', null, '20'],
    ['exactly the pass mark', atMost(1675), year(368, 464, 456, 387), 'met', null, '0'],
    ['one under', atMost(1675), year(368, 464, 455, 387), 'met', null, '-1'],
    ['past the pass mark before the year ends', atMost(100), year(60, 41, null, null), 'not-met', null, '1'],
    ['within the flat share', atMost(100), year(25, null, null, null), 'on-course', null, '0'],
    ['above the flat share', atMost(100), year(25, 26, null, null), 'off-course', null, '1'],
    ['a share that is not whole', atMost(21), year(5, null, null, null), 'on-course', null, '-0.25'],
    [
      'a missing first quarter',
      atMost(100),
      year(null, 25, null, null),
      'cannot-tell',
      'quarter-missing',
      null,
    ],
    [
      'a missing quarter, yet past the pass mark',
      atMost(100),
      year(null, 101, null, null),
      'not-met',
      null,
      '1',
    ],
    [
      'three quarters with a gap',
      atMost(100),
      year(20, null, 20, 20),
      'cannot-tell',
      'quarter-missing',
      null,
    ],
    ['zeros, which are figures', atMost(0), year(0, 0, 0, 0), 'met', null, '0'],
    ['no figures', atMost(100), year(null, null, null, null), 'cannot-tell', 'no-figures', null],
    ['an unknown baseline', atMost(null), year(1, 2, 3, 4), 'cannot-tell', 'no-baseline', null],
    ['a narrative target', { kind: 'narrative' }, year(1, 2, 3, 4), 'cannot-tell', 'narrative-target', null],
    ['no target', null, year(1, 2, 3, 4), 'no-target', null, null],
  ])('%s', (_, target, quarters, status, reason, difference) => {
    const judgement = judgeAnnualTarget(target, quarters);
    expect(judgement.status).toBe(status);
    expect(judgement.reason).toBe(reason);
    expect(judgement.difference?.toString() ?? null).toBe(difference);
  });
});

describe('a composite', () => {
  it('is the sum of its components', () => {
    // 2010/11 quarter 1: 126 + 52 + 152 + 38 = 368
    expect(sumOfComponents([126, 52, 152, 38].map(count))?.toString()).toBe('368');
  });

  it('is unknown while a component is', () => {
    expect(sumOfComponents([count(126), null, count(152), count(38)])).toBeNull();
    expect(sumOfComponents([])).toBeNull();
  });
});
