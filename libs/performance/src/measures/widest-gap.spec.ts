import { widestGap } from './widest-gap.js';

const group = (name: string, numerator: number, denominator: number) => ({
  name,
  observation: { type: 'proportion', numerator, denominator } as const,
});
const WHITE = group('White', 788, 1000);
const OTHER = group('All other', 739, 1000);

describe('the widest gap of a breakdown', () => {
  it('is between the highest and the lowest, with the range in which it can lie', () => {
    const gap = widestGap([OTHER, WHITE])!;
    expect([gap.higher.name, gap.lower.name]).toEqual(['White', 'All other']);
    expect(gap.points).toBeCloseTo(4.9, 10);
    expect(gap.interval!.lower).toBeCloseTo(1.18, 2);
    expect(gap.interval!.upper).toBeCloseTo(8.61, 2);
  });

  it('is less certain where it was the widest of several', () => {
    const { lower, upper } = widestGap([WHITE, OTHER, group('Between', 760, 1000)])!.interval!;
    expect(lower).toBe(0);
    expect(upper).toBeGreaterThan(8.61);
  });

  it('leaves out groups that are too small for a percentage', () => {
    const small = group('Few', 1, 49);
    expect(widestGap([WHITE, OTHER, small])).toEqual(widestGap([WHITE, OTHER]));
    expect(widestGap([WHITE, small])).toBeNull();
    expect(widestGap([])).toBeNull();
  });
});
