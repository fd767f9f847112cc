import { cLimits, pLimits, pPrimeLimits, uLimits, uPrimeLimits } from './attribute-charts.js';
import { assuranceOf } from './assurance.js';
import { gLimits, tLimits } from './rare-event-charts.js';
import { MDC_2023, shifts, signals, trends, twoOfThree } from './signals.js';
import { xmrLimits } from './xmr.js';

const VIGNETTE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

describe('XmR limits', () => {
  it('T18: without screening (NHSRplotthedots, deviations vignette)', () => {
    const { mean, upper, lower } = xmrLimits(VIGNETTE);
    expect([mean, upper, lower].map((one) => one.toFixed(6))).toEqual(['1.944444', '6.951503', '-3.062614']);
  });

  it('T19: with moving ranges above 3.267 of their mean dropped (same vignette)', () => {
    const { upper, lower } = xmrLimits(VIGNETTE, { screening: true });
    expect([upper, lower].map((one) => one.toFixed(6))).toEqual(['4.604444', '-0.715556']);
  });

  it('T20: 10, 12, 11, 14, 9 (PowerBI-SPC, which uses 3/1.128 where the method prints 2.66)', () => {
    const { mean, meanMovingRange, sigma } = xmrLimits([10, 12, 11, 14, 9]);
    expect([mean, meanMovingRange, sigma.toFixed(4)]).toEqual([11.2, 2.75, '2.4379']);
    expect((mean + 3 * sigma).toFixed(4)).toBe('18.5138');
    expect((mean - 3 * sigma).toFixed(4)).toBe('3.8862');
  });

  it('T21: flow rate (NIST/SEMATECH 6.3.2.2)', () => {
    const { mean, meanMovingRange, sigma } = xmrLimits([
      49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1,
    ]);
    expect([mean, meanMovingRange].map((one) => one.toFixed(4))).toEqual(['50.8100', '1.8778']);
    expect([mean + 3 * sigma, mean - 3 * sigma].map((one) => one.toFixed(4))).toEqual(['55.8041', '45.8159']);
  });

  it('needs two numbers', () => {
    expect(() => xmrLimits([1])).toThrow(RangeError);
    expect(() => xmrLimits([1, NaN])).toThrow(RangeError);
  });
});

describe('charts for counts and proportions', () => {
  it('T22: 400 defects on 25 (NIST/SEMATECH 6.3.3.1)', () => {
    expect(cLimits(Array.from({ length: 25 }, () => 16))).toMatchObject({ mean: 16, upper: 28, lower: 4 });
  });

  it('T23: 5, 8, 3, 6, 4 on a c-chart and 5, 12, 8, 15, 3 on a g-chart (PowerBI-SPC)', () => {
    const c = cLimits([5, 8, 3, 6, 4]);
    expect([c.mean.toFixed(1), c.upper.toFixed(3), c.lower]).toEqual(['5.2', '12.041', 0]);
    const g = gLimits([5, 12, 8, 15, 3]);
    expect([g.mean.toFixed(1), g.upper.toFixed(3), g.centre, g.lower]).toEqual(['8.6', '35.859', 8, 0]);
  });

  it('with equal bases the u-chart is the c-chart divided by the base', () => {
    const counts = [5, 8, 3, 6, 4];
    const c = cLimits(counts);
    for (const u of uLimits(counts.map((count) => ({ count, base: 10 })))) {
      expect(u.mean * 10).toBeCloseTo(c.mean, 10);
      expect(u.upper * 10).toBeCloseTo(c.upper, 10);
    }
  });

  // p̄ = 30/300 = 0.1; sigma at 100 is √(0.09/100) = 0.03, at 50 √(0.09/50) = 0.0424
  it('widens a p-chart where the base is small', () => {
    const [wide, narrow] = pLimits([
      { count: 5, base: 50 },
      { count: 10, base: 100 },
      { count: 15, base: 150 },
    ]);
    expect(wide!.upper).toBeCloseTo(0.1 + 3 * Math.sqrt(0.09 / 50), 10);
    expect(narrow!.upper).toBeCloseTo(0.19, 10);
  });

  it('widens u′ and p′ by how much the points really vary, and narrows them when they do not', () => {
    const wild = [100, 160, 90, 170, 80, 150].map((count) => ({ count, base: 1000 }));
    const calm = [100, 101, 100, 101, 100, 101].map((count) => ({ count, base: 1000 }));
    expect(uPrimeLimits(wild)[0]!.upper).toBeGreaterThan(uLimits(wild)[0]!.upper);
    expect(uPrimeLimits(calm)[0]!.upper).toBeLessThan(uLimits(calm)[0]!.upper);
    expect(pPrimeLimits(wild)[0]!.upper).toBeGreaterThan(pLimits(wild)[0]!.upper);
  });

  it('charts days between rare events by their 3.6th root', () => {
    const even = tLimits([30, 30, 30]);
    expect(even.mean).toBeCloseTo(30, 10);
    expect(even.upper).toBeCloseTo(30, 10);
    expect(tLimits([1, 90, 4, 200, 2]).lower).toBe(0);
  });
});

describe('signals, rule set MDC-2023', () => {
  it.each([
    ['T24: seven points rising', [1, 2, 3, 4, 5, 6, 7], [1, 1, 1, 1, 1, 1, 1]],
    ['T24: a tie breaks it', [1, 2, 3, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0, 0]],
    ['T24: seven points falling', [7, 6, 5, 4, 3, 2, 1], [-1, -1, -1, -1, -1, -1, -1]],
    ['six points are too few', [1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]],
  ])('%s (NHSRplotthedots tests)', (_, values, expected) => expect(trends(values)).toEqual(expected));

  it('T25: of a window with two beyond two sigma those two are special (NHSRplotthedots tests)', () => {
    const near = [0, 0, 1, 0, 1, 0, 0].map(Boolean);
    expect(twoOfThree(near, [1, 1, 1, 1, 1, 1, 1])).toEqual([0, 0, 1, 0, 1, 0, 0]);
  });

  it('T26: not when the three are on different sides (NHSRplotthedots #143)', () => {
    expect(twoOfThree([true, false, true], [1, -1, 1])).toEqual([0, 0, 0]);
  });

  it('a shift is seven on one side; a point on the mean breaks it', () => {
    expect(shifts([1, 1, 1, 1, 1, 1, 1])).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(shifts([1, 1, 1, 0, 1, 1, 1])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('T28: 1, −1 seven times, then 5.5 and −5.5: all common cause (NHSRplotthedots tests)', () => {
    const values = [...Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? 1 : -1)), 5.5, -5.5];
    expect(signals(values, xmrLimits(values))).toEqual(values.map(() => null));
  });

  it('names the rule by priority, keeps all of them, and stamps the rule set', () => {
    const limits = { mean: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 };
    const [, second, third] = signals([0.5, 2.5, 3.5], limits);
    expect(second).toEqual({
      ruleSet: MDC_2023,
      rule: 'two-of-three',
      rules: ['two-of-three'],
      towards: 'higher',
    });
    expect(third).toMatchObject({ rule: 'outside-limits', rules: ['outside-limits', 'two-of-three'] });
  });
});

describe('assurance', () => {
  it.each([
    ['higher', [1, 3], 'will-keep-missing'],
    ['higher', [5, 7], 'will-keep-meeting'],
    ['higher', [1, 5], 'hit-and-miss'],
    ['lower', [1, 3], 'will-keep-meeting'],
    ['lower', [5, 7], 'will-keep-missing'],
    ['lower', [1, 5], 'hit-and-miss'],
    ['context', [1, 3], null],
    ['reporting', [5, 7], null],
  ] as const)(
    'T27: %s is better, limits %j, target 4: %s (NHSRplotthedots assurance tests)',
    (direction, [lower, upper], expected) => {
      expect(assuranceOf({ lower, upper }, 4, direction)).toBe(expected);
    },
  );

  it('is none without a target', () => expect(assuranceOf({ lower: 1, upper: 3 }, null, 'lower')).toBeNull());
});
