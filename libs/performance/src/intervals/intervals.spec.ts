import type { Confidence } from '../confidence.js';
import { byarInterval, countInterval, exactPoissonInterval, rateInterval } from './count-interval.js';
import { differenceOfProportions, wilsonInterval } from './proportion-interval.js';

const PHE = 'PHEindicatormethods test data';

describe('the interval of a count', () => {
  it.each<[string, number, Confidence, number, number, string]>([
    ['T1', 65, 0.95, 50.163188, 82.849139, `${PHE}, Byars_Wilson`],
    ['T2', 1045, 0.95, 982.593202, 1110.331213, `${PHE}, Byars_Wilson`],
    ['T3', 65, 0.998, 42.880261, 94.000291, `${PHE}, Byars_Wilson`],
    ['T3', 10, 0.998, 2.916318, 24.193725, `${PHE}, Byars_Wilson`],
    ['T4', 1, 0.95, 0.025318, 5.571643, `${PHE}, Rate`],
    ['T5', 5, 0.95, 1.623486, 11.668332, `${PHE}, Rate`],
    ['T5', 5, 0.998, 0.739372, 16.454745, `${PHE}, Rate`],
    ['T6', 20, 0.95, 12.211429, 30.88988, `${PHE}, Rate`],
    ['T6', 20, 0.998, 8.922802, 38.085036, `${PHE}, Rate`],
    ['T10', 0, 0.95, 0, 3.688879, 'epitools documentation, 3.689'],
  ])('%s: %i at %f is %f to %f (%s)', (_, observed, confidence, lower, upper) => {
    const interval = countInterval(observed, confidence);
    expect(interval.lower).toBeCloseTo(lower, 6);
    expect(interval.upper).toBeCloseTo(upper, 6);
  });

  it.each([
    ['T11', 17, 9.8975, 27.2201],
    ['T11', 22, 13.7825, 33.3098],
  ])('%s: %i is %f to %f (calculated)', (_, observed, lower, upper) => {
    expect(byarInterval(observed, 0.95).lower).toBeCloseTo(lower, 4);
    expect(byarInterval(observed, 0.95).upper).toBeCloseTo(upper, 4);
  });

  it('T7: 222 among 3,215 is 6,905.132193 per 100,000 (PHEindicatormethods test data)', () => {
    const { rate, lower, upper } = rateInterval(222, 3215, 100_000);
    expect(rate).toBeCloseTo(6905.132193, 6);
    expect(lower).toBeCloseTo(6026.574878, 6);
    expect(upper).toBeCloseTo(7875.729371, 6);
  });

  it('is exact below ten and Byar’s from ten on', () => {
    expect(countInterval(9)).toEqual(exactPoissonInterval(9, 0.95));
    expect(countInterval(10)).toEqual(byarInterval(10, 0.95));
  });

  it.each([-1, 1.5, NaN, Infinity])('refuses %p', (observed) => {
    expect(() => countInterval(observed)).toThrow(RangeError);
  });
});

describe('the interval of a proportion', () => {
  it.each<[string, number, number, Confidence, number, number]>([
    ['T8', 65, 100, 0.95, 0.552544, 0.736358],
    ['T8', 65, 100, 0.998, 0.495495, 0.778354],
    ['T9', 5, 100, 0.95, 0.021544, 0.11175],
  ])(
    '%s: %i of %i at %f is %f to %f (PHEindicatormethods test data)',
    (_, x, n, confidence, lower, upper) => {
      expect(wilsonInterval(x, n, confidence).lower).toBeCloseTo(lower, 6);
      expect(wilsonInterval(x, n, confidence).upper).toBeCloseTo(upper, 6);
    },
  );

  it('stays between 0 and 1 at the ends', () => {
    expect(wilsonInterval(0, 10).lower).toBe(0);
    expect(wilsonInterval(10, 10).upper).toBe(1);
  });

  it.each([
    [11, 10],
    [0, 0],
  ])('refuses %i of %i', (x, n) => expect(() => wilsonInterval(x, n)).toThrow(RangeError));

  // Newcombe 1998, Statistics in Medicine 17, table II, example (a): 56/70 less 48/80 is 0.2 (0.0524 to 0.3339)
  it('gives Newcombe’s interval of a difference', () => {
    const result = differenceOfProportions({ successes: 48, trials: 80 }, { successes: 56, trials: 70 });
    expect(result.difference).toBeCloseTo(0.2, 10);
    expect(result.lower).toBeCloseTo(0.0524, 4);
    expect(result.upper).toBeCloseTo(0.3339, 4);
  });
});
