import { percent } from '../quantities/percent.js';
import { crimeHarm } from './harm-index.js';
import type { Observation } from './observation.js';
import { addsUp, pooled } from './pooled.js';
import { intervalOf, valueOf } from './value.js';

const share = (numerator: number, denominator: number) =>
  ({ type: 'proportion', numerator, denominator }) as const;

describe('several quarters as one', () => {
  it.each<[string, Observation[], Observation | null]>([
    [
      'counts add up',
      [
        { type: 'count', count: 3 },
        { type: 'count', count: 4 },
      ],
      { type: 'count', count: 7 },
    ],
    [
      'a missing part stays missing',
      [
        { type: 'composite', count: 3 },
        { type: 'composite', count: null },
      ],
      { type: 'composite', count: null },
    ],
    // never the mean of 50% and 75%
    ['proportions are of all their cases', [share(10, 20), share(60, 80)], share(70, 100)],
    [
      'a rate keeps the newest population',
      [
        { type: 'rate', count: 3, population: 100, per: 10 },
        { type: 'rate', count: 4, population: 110, per: 10 },
      ],
      { type: 'rate', count: 7, population: 110, per: 10 },
    ],
    [
      'the latest survey stands',
      [
        { type: 'survey', percentage: percent(50), interviews: 100 },
        { type: 'survey', percentage: percent(55), interviews: 90 },
      ],
      { type: 'survey', percentage: percent(55), interviews: 90 },
    ],
    [
      'harm under two weight sets is no sum',
      [
        { type: 'index', value: 1, weightSet: '2016' },
        { type: 'index', value: 1, weightSet: '2023' },
      ],
      null,
    ],
  ])('%s', (_, observations, expected) => expect(pooled(observations)).toEqual(expected));

  it('are of one type', () => {
    expect(() => pooled([{ type: 'count', count: 1 }, share(1, 2)])).toThrow(RangeError);
    expect(() => pooled([])).toThrow(RangeError);
    expect([addsUp('rate'), addsUp('survey')]).toEqual([true, false]);
  });
});

describe('the value and its range', () => {
  it.each<[string, Observation, number | null, [number, number] | null]>([
    // T11
    ['a count', { type: 'count', count: 22 }, 22, [13.7825, 33.3098]],
    // T7: 222 in 3,215, each 100,000
    [
      'a rate',
      { type: 'rate', count: 222, population: 3215, per: 100_000 },
      6905.1322,
      [6026.5749, 7875.7294],
    ],
    // T8: 65 of 100
    ['a proportion', share(65, 100), 65, [55.2544, 73.6358]],
    ['a survey', { type: 'survey', percentage: percent(65), interviews: 100 }, 65, [55.2544, 73.6358]],
    ['a mean', { type: 'mean', mean: 10, standardError: 1 }, 10, [8.04, 11.96]],
    [
      'a mean of which nobody knows how much it varies',
      { type: 'mean', mean: 10, standardError: null },
      10,
      null,
    ],
    ['harm', { type: 'index', value: 10, weightSet: '2023' }, 10, null],
    ['more outcomes than offences', share(6, 5), 120, null],
    ['no cases', share(0, 0), null, null],
    ['nobody to count', { type: 'rate', count: 0, population: 0, per: 1000 }, null, null],
    ['a milestone', { type: 'milestone', reached: true }, null, null],
  ])('of %s', (_, observation, value, interval) => {
    if (value === null) expect(valueOf(observation)).toBeNull();
    else expect(valueOf(observation)).toBeCloseTo(value, 3);
    const found = intervalOf(observation);
    if (interval === null) expect(found).toBeNull();
    else {
      expect(found!.lower).toBeCloseTo(interval[0], 3);
      expect(found!.upper).toBeCloseTo(interval[1], 3);
    }
  });

  it('of a gap starts at 0 where the groups may be alike', () => {
    const gap = (one: number, other: number) =>
      ({
        type: 'gap',
        first: { numerator: one, denominator: 100 },
        second: { numerator: other, denominator: 100 },
      }) as const;
    expect(intervalOf(gap(52, 50))!.lower).toBe(0);
    expect(intervalOf(gap(80, 50))!.lower).toBeGreaterThan(10);
    expect(intervalOf(gap(80, 50))).toEqual(intervalOf(gap(50, 80)));
  });
});

describe('the harm of offences', () => {
  const weights = { name: 'invented for this test', days: { burglary: 20, robbery: 365 } };

  // 3 × 20 + 2 × 365 = 790
  it('is counts times days, with the name of the weights', () => {
    expect(crimeHarm({ burglary: 3, robbery: 2 }, weights)).toEqual({
      type: 'index',
      value: 790,
      weightSet: 'invented for this test',
    });
  });

  it('is refused for an offence without a weight', () => {
    expect(() => crimeHarm({ arson: 1 }, weights)).toThrow(RangeError);
    expect(() => crimeHarm({ constructor: 1 }, weights)).toThrow(RangeError);
  });
});
