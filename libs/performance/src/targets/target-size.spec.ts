import { rootTransform } from '../change/root-transform.js';
import { chanceHitShows, smallestRealFall } from './target-size.js';

describe('the size of a target (calculated)', () => {
  it.each([
    [17, 7],
    [22, 10],
    [116, 88],
    [262, 219],
    [656, 586],
    [1754, 1639],
    [10599, 10315],
  ])('from %i the smallest fall that looks real is to %i', (before, after) => {
    expect(smallestRealFall(before)).toBe(after);
    expect(rootTransform(before, after)).toBeLessThanOrEqual(-1.959963);
    expect(rootTransform(before, after + 1)).toBeGreaterThan(-1.959964);
  });

  it('from one no fall looks real', () => expect(smallestRealFall(1)).toBeNull());

  it.each([
    ['serious acquisitive crime', 1754, 0.045, 0.271],
    ['gun crime', 22, 0.035, 0.052],
    ['knife crime', 116, 0.01, 0.051],
    ['all crime', 10599, 0.045, 0.912],
  ])('%s: hitting %i less %f shows with chance %f', (_, before, reduction, chance) => {
    expect(chanceHitShows(before, reduction)).toBeCloseTo(chance, 3);
  });

  it('no reduction at all shows with the false alarms of the test, 5%', () => {
    expect(chanceHitShows(100, 0)).toBeCloseTo(0.05, 10);
  });
});
