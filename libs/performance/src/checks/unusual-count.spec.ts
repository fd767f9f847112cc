import { unusualCount } from './unusual-count.js';

const TWELVE = [40, 44, 38, 42, 41, 39, 43, 45, 40, 42, 38, 41];

describe('a count that is worth a second look', () => {
  // The conditional tests, worked out by hand from the binomial: X ~ Bin(sum, 1/(quarters+1)).
  it.each([
    ['three times last quarter', 38, [12], 'higher'],
    ['a digit too many', 120, [12, 11, 14, 12], 'higher'],
    ['a digit too few', 12, [118, 121, 130, 124], 'lower'],
    ['none where there were dozens', 0, [24, 31, 28, 25], 'lower'],
  ] as const)('asks about %s', (_, count, history, towards) => {
    expect(unusualCount(count, history)).toMatchObject({ towards, quarters: history.length, usual: null });
  });

  it.each([
    ['small counts that chance alone explains', 5, [1, 2, 1, 2]],
    ['none after a few', 0, [2, 3, 1, 2]],
    ['a large count within a fifth of what was usual', 1_180, [1_000, 1_010, 990, 1_005]],
    ['anything before there is something to compare', 500, []],
    ['none after none', 0, [0, 0, 0]],
  ] as const)('does not ask about %s', (_, count, history) => {
    expect(unusualCount(count, history)).toBeNull();
  });

  it('asks outside the limits of its own from twelve quarters on', () => {
    // Mean 493 / 12 = 41.08, mean moving range 37 / 11 = 3.364; 41.08 ± 2.66 × 3.364 is 32.1 to 50.0.
    const inside = unusualCount(47, TWELVE);
    const outside = unusualCount(60, TWELVE);
    expect(inside).toBeNull();
    expect(outside).toMatchObject({ towards: 'higher', quarters: 12, usual: { from: 33, to: 50 } });
  });

  it('looks at the last four quarters only while there are few', () => {
    expect(unusualCount(12, [120, 120, 120, 12, 12, 12, 12])).toBeNull();
  });
});
