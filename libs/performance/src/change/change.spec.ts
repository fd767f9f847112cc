import { conditionalTest, rateRatio } from './conditional-test.js';
import { equalExposures } from './count-pair.js';
import { eTest } from './e-test.js';
import { rootTransform } from './root-transform.js';

describe('is it a change?', () => {
  it('T12: 16 against 25 by the E-test is 0.164796 (Wheeler 2018)', () => {
    expect(eTest(equalExposures(16, 25))).toBeCloseTo(0.164796, 6);
  });

  it('T13: the root transform of 16 and 25 is √2 × 1, of 4 and 9 as well (Wheeler’s 2(√b − √a) is 2)', () => {
    expect(rootTransform(16, 25) * Math.SQRT2).toBeCloseTo(2, 12);
    expect(rootTransform(4, 9) * Math.SQRT2).toBeCloseTo(2, 12);
  });

  it('T14: none in 100 against 3 in 100 by the E-test is 0.088379 (Krishnamoorthy and Thomson 2004; SciPy)', () => {
    expect(eTest({ before: 3, after: 0, exposureBefore: 100, exposureAfter: 100 })).toBeCloseTo(0.088379, 6);
  });

  it('T15: gun crime, 17 against 22 (calculated)', () => {
    const pair = equalExposures(17, 22);
    const { ratio, lower, upper } = rateRatio(pair);
    expect(ratio).toBeCloseTo(1.294118, 6);
    expect(lower).toBeCloseTo(0.6562, 6);
    expect(upper).toBeCloseTo(2.59573, 5);
    expect(conditionalTest(pair)).toBeCloseTo(0.522397, 6);
    expect(eTest(pair)).toBeCloseTo(0.431861, 6);
  });

  it('T16: 17 in four quarters against 19 in three (calculated)', () => {
    const pair = { before: 17, after: 19, exposureBefore: 4, exposureAfter: 3 };
    const { ratio, lower, upper } = rateRatio(pair);
    expect(ratio).toBeCloseTo(1.49, 3);
    expect(lower).toBeCloseTo(0.733, 3);
    expect(upper).toBeCloseTo(3.052, 3);
    expect(conditionalTest(pair)).toBeCloseTo(0.3011, 4);
    expect(eTest(pair)).toBeCloseTo(0.2456, 4);
  });

  // Kingston 2009/10: ratio, its 95% range, C-test, E-test, root transform (calculated)
  it.each<[string, number, number, number, number, number, number | null, number | null, number]>([
    ['residential burglary', 610, 646, 1.059, 0.947, 1.185, 0.3234, 0.3099, 1.016],
    ['robbery', 269, 262, 0.974, 0.818, 1.159, 0.7946, 0.7622, -0.304],
    ['theft from vehicle', 842, 656, 0.779, 0.702, 0.864, null, null, -4.815],
    ['theft or taking of vehicle', 303, 190, 0.627, 0.52, 0.754, null, null, -5.123],
    ['serious youth violence', 127, 102, 0.803, 0.613, 1.051, 0.1125, 0.0988, -1.655],
    ['knife crime', 137, 116, 0.847, 0.655, 1.092, 0.2085, 0.1873, -1.321],
    ['gun crime', 17, 22, 1.294, 0.656, 2.596, 0.5224, 0.4319, 0.802],
  ])('Kingston 2009/10, %s: %i to %i', (_, before, after, ratio, lower, upper, c, e, root) => {
    const pair = equalExposures(before, after);
    const result = rateRatio(pair);
    expect(result.ratio).toBeCloseTo(ratio, 3);
    expect(result.lower).toBeCloseTo(lower, 3);
    expect(result.upper).toBeCloseTo(upper, 3);
    expect(rootTransform(before, after)).toBeCloseTo(root, 3);
    if (c === null || e === null) {
      expect(conditionalTest(pair)).toBeLessThan(0.0001);
      expect(eTest(pair)).toBeLessThan(0.0001);
    } else {
      expect(conditionalTest(pair)).toBeCloseTo(c, 4);
      expect(eTest(pair)).toBeCloseTo(e, 4);
    }
  });

  it('says nothing of two zeros', () => {
    expect(conditionalTest(equalExposures(0, 0))).toBe(1);
    expect(eTest(equalExposures(0, 0))).toBe(1);
    expect(rateRatio(equalExposures(0, 0))).toEqual({ ratio: null, lower: 0, upper: null });
  });
});
