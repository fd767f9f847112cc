import { COUNT_FACTS_1, countFacts } from './count-facts.js';
import type { CountInputs, CountTarget, FourCounts } from './count-inputs.js';
import { factsAsStored } from '../facts-as-stored.js';
import { replay } from '../replay.js';

const inputs = (
  quarters: FourCounts,
  target: CountTarget | null,
  more: Partial<CountInputs> = {},
): CountInputs => ({
  financialYear: 2010,
  unit: 'offences',
  direction: 'lower',
  quarters,
  wholeYear: null,
  pastYears: [],
  target,
  data: { provisional: false, revised: false, seriesBreak: false },
  ...more,
});
const atMost = (passMark: number): CountTarget => ({ kind: 'at-most', passMark });
const year = (financialYear: number, quarters: FourCounts, breakAfter = false) => ({
  financialYear,
  quarters,
  total: quarters.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  breakAfter,
});

describe('the fact of a target', () => {
  it.each<[string, CountTarget | null, FourCounts, string, string | null, number | null]>([
    // 368 + 464 + 476 + 387 = 1,695 against 1,675: 20 too many
    ['serious acquisitive crime 2010/11', atMost(1675), [368, 464, 476, 387], 'not-met', null, 20],
    ['exactly the pass mark', atMost(1675), [368, 464, 456, 387], 'met', null, 0],
    ['past the pass mark before the year ends', atMost(100), [60, 41, null, null], 'not-met', null, 1],
    ['within the share, and likely', atMost(100), [20, null, null, null], 'on-course', null, -5],
    // T36: 16 after three quarters is above 15.75, yet 21 is met with 54%
    ['above the share, yet likely', atMost(21), [5, 5, 6, null], 'at-risk', null, 0.25],
    ['above the share, and unlikely', atMost(100), [40, null, null, null], 'off-course', null, 15],
    ['a missing first quarter', atMost(100), [null, 25, null, null], 'cannot-tell', 'quarter-missing', null],
    ['a missing quarter, yet past the pass mark', atMost(100), [null, 101, null, null], 'not-met', null, 1],
    ['three quarters with a gap', atMost(100), [20, null, 20, 20], 'cannot-tell', 'quarter-missing', null],
    ['zeros, which are figures', atMost(0), [0, 0, 0, 0], 'met', null, 0],
    ['no figures', atMost(100), [null, null, null, null], 'cannot-tell', 'no-figures', null],
    ['an unknown baseline', { kind: 'no-baseline' }, [1, 2, 3, 4], 'cannot-tell', 'no-baseline', null],
    ['a narrative target', { kind: 'narrative' }, [1, 2, 3, 4], 'cannot-tell', 'narrative-target', null],
    ['no target', null, [1, 2, 3, 4], 'no-target', null, null],
  ])('%s', (_, target, quarters, status, reason, difference) => {
    expect(countFacts(inputs(quarters, target)).target).toMatchObject({ status, reason, difference });
  });

  it('judges a part of a year by its season: 30 in a quarter that usually has half of the year is little', () => {
    const pastYears = [2009, 2008, 2007].map((one) => year(one, [50, 20, 20, 10]));
    expect(countFacts(inputs([30, null, null, null], atMost(90), { pastYears })).target.status).toBe(
      'on-course',
    );
    expect(countFacts(inputs([30, null, null, null], atMost(90))).target.status).toBe('off-course');
  });
});

describe('the other facts', () => {
  it('compare the same quarters where they are held, else the year by its rate', () => {
    const quarters: FourCounts = [368, null, null, null];
    const held = countFacts(inputs(quarters, null, { pastYears: [year(2009, [400, 1, 1, 1])] }));
    expect(held.change).toMatchObject({ before: 400, comparedWith: 'same-quarters-last-year' });
    const total = { financialYear: 2009, quarters: null, total: 1754, breakAfter: false };
    expect(countFacts(inputs(quarters, null, { pastYears: [total] })).change).toMatchObject({
      before: 1754,
      comparedWith: 'rate-of-last-year',
    });
  });

  it('compare nothing across a break, and take no season from before it', () => {
    const facts = countFacts(
      inputs([30, null, null, null], atMost(90), { pastYears: [year(2009, [50, 20, 20, 10], true)] }),
    );
    expect(facts.change).toMatchObject({ verdict: 'insufficient-data', reason: 'series-break' });
    expect(facts.forecast).toMatchObject({ seasonality: 'even-share' });
  });

  it('forecast only a year that is under way and without a gap', () => {
    const forecastOf = (quarters: FourCounts) => countFacts(inputs(quarters, null)).forecast;
    expect(forecastOf([1, 2, 3, 4])).toEqual({ reason: 'year-over' });
    expect(forecastOf([null, 2, null, null])).toEqual({ reason: 'quarter-missing' });
    expect(forecastOf([null, null, null, null])).toEqual({ reason: 'no-figures' });
    // T37: 11 after two quarters
    expect(forecastOf([5, 6, null, null])).toMatchObject({ interval80: { lower: 17, upper: 29 } });
  });

  it('take a year that was reported as a whole for what it is', () => {
    const facts = countFacts(inputs([null, null, null, null], null, { wholeYear: 22 }));
    expect([facts.yearToDate, facts.quartersHeld, facts.data]).toEqual([22, 4, ['final']]);
  });
});

describe('results of this rule set', () => {
  const given = inputs([368, 464, 476, 387], atMost(1675), {
    pastYears: [{ financialYear: 2009, quarters: null, total: 1754, breakAfter: false }],
  });

  it('are worked out again the same, from JSON', () => {
    const stored = JSON.parse(JSON.stringify(given)) as CountInputs;
    expect(replay({ ruleSet: COUNT_FACTS_1, inputs: stored })).toEqual(countFacts(given));
  });

  it('are read in today’s shape without being worked out anew', () => {
    expect(factsAsStored(countFacts(given))).toMatchObject({
      yearToDate: 1695,
      target: { status: 'not-met', atMost: 1675, atLeast: null, difference: 20 },
      change: { before: { type: 'count', count: 1754 }, change: { verdict: 'within-variation' } },
      status: { rag: 'grey' },
    });
  });
});
