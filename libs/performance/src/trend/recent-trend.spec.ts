import { recentTrend, recentTrendOfProportions } from './recent-trend.js';

const VALUES = [30.6, 30.2, 28, 24.6, 24.67];
const LOWER = [28.98, 28.63, 26.44, 23.15, 23.16];
const UPPER = [32.25, 31.9, 29.64, 26.19, 26.25];
const years = VALUES.map((value, index) => ({ value, lower: LOWER[index]!, upper: UPPER[index]! }));

describe('the recent trend (PHEindicatormethods, testdata_trend_markers)', () => {
  it('T29: five years that fall', () => {
    const trend = recentTrend(years)!;
    expect(trend.slope).toBeCloseTo(-1.7516, 4);
    expect(trend.chiSquare).toBeCloseTo(46.7636, 4);
    expect(trend.verdict).toBe('decreasing');
  });

  it('T30: one year on, with a sixth value as high as the first', () => {
    const trend = recentTrend([...years.slice(1), { value: 30.9, lower: 28.98, upper: 32.25 }])!;
    expect(trend.slope).toBeCloseTo(-0.2256, 4);
    expect(trend.chiSquare).toBeCloseTo(0.7433, 4);
    expect(trend.verdict).toBe('no-significant-change');
  });

  it('T31: proportions', () => {
    const counts = [318, 314, 318, 291, 292];
    const percentages = [67.9, 66.4, 63.5, 60.6, 58.5];
    const trend = recentTrendOfProportions(
      counts.map((count, index) => ({ count, base: (100 * count) / percentages[index]! })),
    )!;
    expect(trend.slope).toBeCloseTo(-0.1062, 4);
    expect(trend.chiSquare).toBeCloseTo(12.5688, 4);
    expect(trend.verdict).toBe('decreasing');
  });

  it('says nothing of fewer than five years', () => expect(recentTrend(years.slice(0, 4))).toBeNull());
});
