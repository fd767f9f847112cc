import { observationFrom } from './worked-out.js';
import { intervalOf, valueOf } from './value.js';

describe('a measure that is worked out from counts', () => {
  it('is the sum of them, the percentage of two, or the gap between two percentages', () => {
    expect(observationFrom('count', [7])).toEqual({ type: 'count', count: 7 });
    expect(observationFrom('composite', [1, 0, 5])).toEqual({ type: 'composite', count: 6 });
    expect(observationFrom('proportion', [3, 4])).toEqual({
      type: 'proportion',
      numerator: 3,
      denominator: 4,
    });
    const gap = observationFrom('gap', [788, 1000, 739, 1000])!;
    expect(valueOf(gap)).toBeCloseTo(4.9, 10);
    // Newcombe's interval of two independent proportions, from their Wilson intervals.
    expect(intervalOf(gap)!.lower).toBeCloseTo(1.18, 2);
    expect(intervalOf(gap)!.upper).toBeCloseTo(8.61, 2);
  });

  it('is unknown as a whole where one of them is missing, and a zero is not missing', () => {
    expect(observationFrom('composite', [1, null])).toBeNull();
    expect(observationFrom('proportion', [null, 4])).toBeNull();
    expect(observationFrom('gap', [1, 2, 3, null])).toBeNull();
    expect(valueOf(observationFrom('proportion', [0, 4])!)).toBe(0);
    expect(valueOf(observationFrom('proportion', [0, 0])!)).toBeNull();
  });

  it('takes neither more nor fewer than it is made of', () => {
    expect(() => observationFrom('count', [])).toThrow('A count is not made of 0 counts.');
    expect(() => observationFrom('composite', [])).toThrow(RangeError);
    expect(() => observationFrom('proportion', [1, 2, 3])).toThrow(RangeError);
    expect(() => observationFrom('gap', [1, 2])).toThrow(RangeError);
  });
});
