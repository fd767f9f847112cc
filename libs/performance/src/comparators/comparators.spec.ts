import { funnelLimits, funnelPoint, overdispersion, widenedFunnelLimits } from './funnel.js';
import { rankOf } from './rank.js';
import { ratioOfRatios } from './ratio-of-ratios.js';

describe('funnel (PHEindicatormethods, testdata_funnel_ratio_inputs)', () => {
  it('T32: 8 where 6.24 are expected is not significant', () => {
    const { interval95, label } = funnelPoint(8, 6.23986);
    expect(interval95.lower).toBeCloseTo(0.5535, 4);
    expect(interval95.upper).toBeCloseTo(2.5262, 4);
    expect(label).toBe('not-significant');
  });

  it('T33: 150 where 119.57 are expected is high at 95%, not at 99.8%', () => {
    const { interval95, interval998, label } = funnelPoint(150, 119.56955);
    expect(interval95.lower).toBeCloseTo(1.0618, 4);
    expect(interval95.upper).toBeCloseTo(1.4721, 4);
    expect(interval998.lower).toBeCloseTo(0.9615, 4);
    expect(interval998.upper).toBeCloseTo(1.6045, 4);
    expect(label).toBe('high-95');
  });

  it.each([
    ['T34', 151, 106.442972, 'high-99.8'],
    ['T34', 159, 232.932904, 'low-99.8'],
  ])('%s: %i where %f are expected is %s', (_, observed, expected, label) => {
    expect(funnelPoint(observed, expected).label).toBe(label);
  });

  it.each([
    [15, 0.5596924, 1.649348, 0.386265, 2.082907],
    [20, 0.610826, 1.544419, 0.4479107, 1.902094],
    [30, 0.6746958, 1.427562, 0.5289724, 1.702771],
  ])('T35: the limits at %i expected (FunnelPlotR test-poisson_limits)', (expected, l95, u95, l998, u998) => {
    expect(funnelLimits(expected, 0.95).lower).toBeCloseTo(l95, 6);
    expect(funnelLimits(expected, 0.95).upper).toBeCloseTo(u95, 6);
    expect(funnelLimits(expected, 0.998).lower).toBeCloseTo(l998, 6);
    expect(funnelLimits(expected, 0.998).upper).toBeCloseTo(u998, 6);
  });
});

describe('overdispersion', () => {
  const areas = (observed: (index: number) => number) =>
    Array.from({ length: 32 }, (_, index) => ({ observed: observed(index), expected: 100 }));

  it('is none where chance explains the areas', () => {
    expect(overdispersion(areas(() => 101))).toMatchObject({ tauSquared: 0 });
  });

  // Scores are 2(√121 − √100) = 2 and 2(√81 − √100) = −2: φ = 4; τ² = (32·4 − 31)/(3200 − 320000/3200) = 97/3100
  it('is what Spiegelhalter’s formula gives', () => {
    const found = overdispersion(areas((index) => (index % 2 === 0 ? 121 : 81)))!;
    expect(found.phi).toBeCloseTo(4, 10);
    expect(found.tauSquared).toBeCloseTo(97 / 3100, 10);
  });

  it('widens the limits', () => {
    const narrow = widenedFunnelLimits(100, { phi: 1, tauSquared: 0 }, 0.95);
    const wide = widenedFunnelLimits(100, { phi: 4, tauSquared: 97 / 3100 }, 0.95);
    expect(wide.lower).toBeLessThan(narrow.lower);
    expect(wide.upper).toBeGreaterThan(narrow.upper);
  });

  it('needs fifteen areas', () => {
    expect(overdispersion(areas(() => 100).slice(0, 14))).toBeNull();
  });
});

describe('or was it London-wide?', () => {
  // Kingston's gun crime 17 to 22 beside the rest of London's 3,004 to 3,428: (22/17)/(3428/3004) = 1.1341
  it('compares a change with the change elsewhere', () => {
    const result = ratioOfRatios({ before: 17, after: 22 }, { before: 3004, after: 3428 })!;
    expect(result.ratio).toBeCloseTo(1.1341, 4);
    expect(result.lower).toBeLessThan(1);
    expect(result.upper).toBeGreaterThan(1);
  });

  it('is not worked out from a zero', () => {
    expect(ratioOfRatios({ before: 0, after: 2 }, { before: 10, after: 10 })).toBeNull();
  });
});

describe('rank', () => {
  it('shares a place and passes over the next', () => {
    const all = [5, 3, 3, 8];
    expect(rankOf(3, all, 'lowest')).toEqual({ rank: 1, of: 4, tiedWith: 1 });
    expect(rankOf(5, all, 'lowest')).toEqual({ rank: 3, of: 4, tiedWith: 0 });
    expect(rankOf(8, all, 'highest')).toEqual({ rank: 1, of: 4, tiedWith: 0 });
    expect(() => rankOf(9, all, 'lowest')).toThrow(RangeError);
  });
});
