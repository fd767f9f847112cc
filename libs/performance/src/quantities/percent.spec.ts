import {
  type Percent,
  type PercentagePoints,
  percent,
  percentageOf,
  pointsBetween,
  relativeChange,
} from './percent.js';

describe('percent and percentage points', () => {
  // Satisfaction of two groups in 2009/10: 78.8% and 73.9%, a gap of 4.9 points
  it('are two things', () => {
    expect(pointsBetween(percent(73.9), percent(78.8))).toBeCloseTo(4.9, 10);
    expect(relativeChange(73.9, 78.8)).toBeCloseTo(6.63, 2);
  });

  it('cannot be mixed up: the compiler refuses', () => {
    const points: PercentagePoints = pointsBetween(percent(50), percent(60));
    // @ts-expect-error percentage points are no percentage
    const wrong: Percent = points;
    // @ts-expect-error a bare number is neither
    const bare: Percent = 10;
    expect([wrong, bare]).toEqual([10, 10]);
  });

  it('have no relative change from nothing, and no share of nothing', () => {
    expect(relativeChange(0, 5)).toBeNull();
    expect(() => percentageOf(0, 0)).toThrow(RangeError);
    expect(() => percent(NaN)).toThrow(RangeError);
  });
});
