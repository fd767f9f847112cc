import fc from 'fast-check';
import { conditionalTest, rateRatio } from './change/conditional-test.js';
import { eTest } from './change/e-test.js';
import { rootTransform } from './change/root-transform.js';
import { funnelPoint } from './comparators/funnel.js';
import { ratioOfRatios } from './comparators/ratio-of-ratios.js';
import { forecastYearEnd } from './forecast/year-end-forecast.js';
import { countInterval, rateInterval } from './intervals/count-interval.js';
import { differenceOfProportions, wilsonInterval } from './intervals/proportion-interval.js';
import { cLimits } from './spc/attribute-charts.js';
import { dispersionOf } from './spc/chart-choice.js';
import { signals } from './spc/signals.js';
import { xmrLimits } from './spc/xmr.js';
import { chanceHitShows, smallestRealFall } from './targets/target-size.js';
import { recentTrend, recentTrendOfProportions } from './trend/recent-trend.js';

/** The same thousand in every run; another seed explores others. */
const RUNS = { numRuns: 1000, seed: 2023 };
const count = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3000 }));
const exposure = fc.integer({ min: 1, max: 12 });
const share = fc
  .tuple(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([trials, part]) => ({ trials, successes: Math.floor(trials * part) }));

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('intervals', () => {
  it('hold what was observed, grow with it, and grow with confidence', () => {
    fc.assert(
      fc.property(count, (observed) => {
        const [narrow, wide, next] = [
          countInterval(observed),
          countInterval(observed, 0.998),
          countInterval(observed + 1),
        ];
        expect(narrow.lower).toBeLessThanOrEqual(observed);
        expect(narrow.upper).toBeGreaterThan(observed);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThan(narrow.upper);
        // Where exact gives way to Byar, at ten, the two differ by less than a step of one.
        expect(next.lower).toBeGreaterThanOrEqual(narrow.lower);
        expect(next.upper).toBeGreaterThan(narrow.upper);
      }),
      RUNS,
    );
  });

  it('of proportions hold the proportion, stay within 0 and 1, and mirror it', () => {
    fc.assert(
      fc.property(share, ({ successes, trials }) => {
        const { lower, upper } = wilsonInterval(successes, trials);
        const mirrored = wilsonInterval(trials - successes, trials);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(successes / trials + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(successes / trials - 1e-12);
        expect(lower).toBeCloseTo(1 - mirrored.upper, 10);
      }),
      RUNS,
    );
  });
});

describe('tests of change', () => {
  it('give a probability, the same whichever count comes first', () => {
    fc.assert(
      fc.property(count, count, exposure, exposure, (before, after, one, two) => {
        const pair = { before, after, exposureBefore: one, exposureAfter: two };
        const swapped = { before: after, after: before, exposureBefore: two, exposureAfter: one };
        for (const test of [conditionalTest, eTest]) {
          const p = test(pair);
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
          expect(test(swapped)).toBeCloseTo(p, 8);
        }
        expect(rootTransform(after, before)).toBeCloseTo(-rootTransform(before, after), 10);
      }),
      RUNS,
    );
  });

  it('agree with the ratio’s range: a ratio that may be 1 is no change by the conditional test', () => {
    fc.assert(
      fc.property(count, count, (before, after) => {
        const pair = { before, after, exposureBefore: 1, exposureAfter: 1 };
        const { lower, upper } = rateRatio(pair);
        const mayBeOne = lower <= 1 + 1e-9 && (upper === null || upper >= 1 - 1e-9);
        const p = conditionalTest(pair);
        if (Math.abs(p - 0.05) > 1e-6) expect(mayBeOne).toBe(p > 0.05);
      }),
      RUNS,
    );
  });
});

describe('forecasts', () => {
  it('never end below what has happened, widen with confidence, and rise with the target', () => {
    const dispersion = fc.option(fc.double({ min: 1, max: 8, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(
        count,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        dispersion,
        count,
        (soFar, part, phi, more) => {
          const { interval80, interval95, median, probabilityOfAtMost } = forecastYearEnd({
            soFar,
            share: part,
            dispersion: phi,
          });
          expect(interval95.lower).toBeGreaterThanOrEqual(soFar);
          expect(interval95.lower).toBeLessThanOrEqual(interval80.lower);
          expect(interval80.lower).toBeLessThanOrEqual(median);
          expect(median).toBeLessThanOrEqual(interval80.upper);
          expect(interval80.upper).toBeLessThanOrEqual(interval95.upper);
          const [near, far] = [probabilityOfAtMost(soFar + more), probabilityOfAtMost(soFar + more + 1)];
          expect(near).toBeGreaterThanOrEqual(0);
          expect(far).toBeLessThanOrEqual(1);
          expect(far).toBeGreaterThanOrEqual(near - 1e-12);
        },
      ),
      RUNS,
    );
  });
});

describe('process charts', () => {
  it('do not mind the unit, the origin, or which way is up', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 8, maxLength: 30 }), (values) => {
        const rules = (series: number[]) =>
          signals(series, xmrLimits(series)).map((signal) => signal?.rules ?? null);
        expect(rules(values.map((value) => 4 * value + 1024))).toEqual(rules(values));
        const [up, down] = [values, values.map((value) => 8192 - value)].map((series) =>
          signals(series, xmrLimits(series)),
        );
        const flipped = { higher: 'lower', lower: 'higher' } as const;
        expect(down!.map((signal) => signal && flipped[signal.towards])).toEqual(
          up!.map((signal) => signal?.towards ?? null),
        );
      }),
      RUNS,
    );
  });
});

describe('nothing', () => {
  it('is ever NaN or infinite, zeros included', () => {
    const counts = fc.array(count, { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(count, count, counts, share, share, (one, two, many, first, second) => {
        const pair = { before: one, after: two, exposureBefore: 4, exposureAfter: 3 };
        const everything = [
          countInterval(one),
          countInterval(one, 0.998),
          rateInterval(one, 168_302, 1000),
          wilsonInterval(first.successes, first.trials, 0.998),
          differenceOfProportions(first, second),
          conditionalTest(pair),
          eTest(pair),
          rateRatio(pair),
          funnelPoint(one, two + 0.5),
          ratioOfRatios({ before: one, after: two }, { before: two, after: one }),
          smallestRealFall(one),
          chanceHitShows(one, (two % 101) / 100),
          xmrLimits(many),
          cLimits(many),
          dispersionOf(many),
          recentTrendOfProportions(many.map((each) => ({ count: each, base: Math.max(...many, 1) }))),
          recentTrend(many.map((each) => ({ value: each, ...countInterval(each) }))),
        ];
        for (const value of numbersIn(everything)) expect(Number.isFinite(value)).toBe(true);
      }),
      RUNS,
    );
  });
});
