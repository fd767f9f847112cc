import { percent } from '../quantities/percent.js';
import type { Observation } from '../measures/observation.js';
import { changeFact, type TimedObservation } from './change-fact.js';

const year = (observation: Observation): TimedObservation => ({ observation, quarters: 4 });
const count = (value: number) => year({ type: 'count', count: value });

describe('the fact of a change', () => {
  it.each([
    ['residential burglary', 610, 646, 'within-variation'],
    ['robbery', 269, 262, 'within-variation'],
    ['theft from vehicle', 842, 656, 'better'],
    ['theft or taking of vehicle', 303, 190, 'better'],
    ['serious youth violence', 127, 102, 'within-variation'],
    ['knife crime', 137, 116, 'within-variation'],
    ['gun crime', 17, 22, 'within-variation'],
    ['gun crime in London', 3021, 3450, 'worse'],
  ])('Kingston 2009/10: %s, %i to %i, is %s', (_, before, after, verdict) => {
    expect(changeFact(count(before), count(after), 'lower')).toMatchObject({ verdict });
  });

  it('never calls a rise bad where more reporting is meant, or where neither way is good', () => {
    for (const direction of ['reporting', 'context', 'range'] as const)
      expect(changeFact(count(100), count(300), direction)).toMatchObject({
        verdict: 'different',
        towards: 'higher',
      });
    expect(changeFact(count(100), count(300), 'higher')).toMatchObject({ verdict: 'better' });
  });

  it('takes account of how long each was counted', () => {
    // 400 in a year is 100 a quarter
    const quarter = { observation: { type: 'count', count: 100 } as const, quarters: 1 };
    expect(changeFact(count(400), quarter, 'lower')).toMatchObject({
      verdict: 'within-variation',
      towards: 'same',
    });
  });

  it('takes account of the population of a rate', () => {
    const rate = (value: number, population: number) =>
      year({ type: 'rate', count: value, population, per: 1000 });
    expect(changeFact(rate(500, 100_000), rate(1000, 200_000), 'lower')).toMatchObject({ towards: 'same' });
    expect(changeFact(rate(500, 100_000), rate(1000, 100_000), 'lower')).toMatchObject({
      verdict: 'worse',
      alert: true,
    });
  });

  it('compares surveys by their interviews: three points on 100 interviews are noise, on 10,000 they are not', () => {
    const survey = (percentage: number, interviews: number) =>
      year({ type: 'survey', percentage: percent(percentage), interviews });
    expect(changeFact(survey(51, 100), survey(54, 100), 'higher')).toMatchObject({
      verdict: 'within-variation',
    });
    expect(changeFact(survey(51, 10_000), survey(54, 10_000), 'higher')).toMatchObject({ verdict: 'better' });
  });

  it('compares gaps by their size, whoever is ahead', () => {
    const gap = (first: number, second: number) =>
      year({
        type: 'gap',
        first: { numerator: first, denominator: 5000 },
        second: { numerator: second, denominator: 5000 },
      });
    expect(changeFact(gap(4000, 3500), gap(4000, 3900), 'lower')).toMatchObject({
      verdict: 'better',
      towards: 'lower',
    });
    expect(changeFact(gap(4000, 3500), gap(3500, 4000), 'lower')).toMatchObject({ towards: 'same' });
  });

  it.each<[string, TimedObservation | null, Observation, boolean, string]>([
    ['nothing before', null, { type: 'count', count: 1 }, false, 'nothing-before'],
    ['a break between them', count(1), { type: 'count', count: 1 }, true, 'series-break'],
    ['two zeros', count(0), { type: 'count', count: 0 }, false, 'both-zero'],
    ['another type', count(1), { type: 'yes-no', yes: true }, false, 'other-type'],
    [
      'a missing part',
      year({ type: 'composite', count: 4 }),
      { type: 'composite', count: null },
      false,
      'part-missing',
    ],
    [
      'other weights',
      year({ type: 'index', value: 1, weightSet: '2016' }),
      { type: 'index', value: 1, weightSet: '2023' },
      false,
      'other-weights',
    ],
    [
      'milestones',
      year({ type: 'milestone', reached: true }),
      { type: 'milestone', reached: true },
      false,
      'not-a-number',
    ],
    [
      'means without a standard error',
      year({ type: 'mean', mean: 1, standardError: null }),
      { type: 'mean', mean: 2, standardError: 1 },
      false,
      'no-interval',
    ],
  ])('says nothing of %s, and why', (_, before, after, acrossBreak, reason) => {
    expect(changeFact(before, year(after), 'lower', { acrossBreak })).toEqual({
      verdict: 'insufficient-data',
      reason,
    });
  });
});
