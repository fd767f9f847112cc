import type { Observation } from '../measures/observation.js';
import { percent } from '../quantities/percent.js';
import { processChart, type ProcessSeries, sidesSince } from './process-chart.js';

const counted = (...values: (number | null)[]) =>
  values.map((count) => (count === null ? null : ({ type: 'count', count } as const)));
const seriesOf = (quarters: readonly (Observation | null)[], change: Partial<ProcessSeries> = {}) => ({
  quarters,
  direction: 'lower' as const,
  rollingTwelveMonths: false,
  breaks: [],
  rebases: [],
  target: null,
  ...change,
});
const CALM = [10, 12, 9, 11, 10, 13, 8, 10, 11, 9, 12, 10];
const WILD = [100, 160, 90, 170, 80, 150, 95, 165, 85, 175, 90, 160];

describe('a process chart', () => {
  it.each<[string, readonly (Observation | null)[], string | null, string, string]>([
    ['calm counts', counted(...CALM), 'c', 'poisson', 'fixed'],
    ['wild counts', counted(...WILD), 'xmr', 'overdispersed', 'fixed'],
    ['five counts', counted(10, 12, 9, 11, 10), 'xmr', 'too-few-points', 'trial'],
    ['four counts', counted(10, 12, 9, 11), null, 'too-few-points', 'none'],
    ['homicides', counted(0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 1, 0), null, 'rare-events', 'none'],
    [
      'rates',
      CALM.map((count) => ({ type: 'rate', count, population: 1000, per: 1000 })),
      'u',
      'poisson',
      'fixed',
    ],
    [
      'wild rates',
      WILD.map((count) => ({ type: 'rate', count, population: 1000, per: 1000 })),
      "u'",
      'overdispersed',
      'fixed',
    ],
    [
      'proportions',
      CALM.map((numerator) => ({ type: 'proportion', numerator, denominator: 100 })),
      'p',
      'poisson',
      'fixed',
    ],
    [
      'surveys of a quarter each',
      CALM.map((one) => ({ type: 'survey', percentage: percent(one), interviews: 100 })),
      'p',
      'poisson',
      'fixed',
    ],
    [
      'means',
      CALM.map((mean) => ({ type: 'mean', mean, standardError: null })),
      'xmr',
      'not-counted',
      'fixed',
    ],
    ['milestones', CALM.map(() => ({ type: 'milestone', reached: true })), null, 'no-method', 'none'],
  ])('of %s', (_, quarters, kind, reason, stage) => {
    expect(processChart(seriesOf(quarters)).segments[0]).toMatchObject({ kind, reason, stage });
  });

  it('is never made of rolling totals', () => {
    const chart = processChart(seriesOf(counted(...WILD), { rollingTwelveMonths: true }));
    expect(chart.segments[0]).toMatchObject({ kind: null, reason: 'rolling-total', limits: null });
    expect(chart.variation).toBeNull();
  });

  it('fixes limits on twelve figures: a thirteenth does not move them, and is flagged by them', () => {
    const twelve = processChart(seriesOf(counted(...CALM)));
    const more = processChart(seriesOf(counted(...CALM, 40)));
    expect(more.segments[0]!.limits![0]).toEqual(twelve.segments[0]!.limits![0]);
    expect(more.signals.at(-1)).toMatchObject({
      rule: 'outside-limits',
      towards: 'higher',
      ruleSet: 'MDC-2023',
    });
    expect([twelve.variation, more.variation]).toEqual(['common-cause', 'concern']);
    expect(processChart(seriesOf(counted(...CALM, 40), { direction: 'higher' })).variation).toBe(
      'improvement',
    );
    expect(processChart(seriesOf(counted(...CALM, 40), { direction: 'reporting' })).variation).toBe(
      'neutral',
    );
  });

  it('gives rates and percentages their limits in their own unit, by the base of each quarter', () => {
    const quarters = CALM.map((numerator, index) => ({
      type: 'proportion' as const,
      numerator,
      denominator: index === 11 ? 50 : 100,
    }));
    const { limits } = processChart(seriesOf(quarters)).segments[0]!;
    // 125 of 1,150
    expect(limits![0]!.mean).toBeCloseTo((100 * 125) / 1150, 10);
    expect(limits![11]!.upper).toBeGreaterThan(limits![0]!.upper);
    const rates = processChart(
      seriesOf(CALM.map((count) => ({ type: 'rate' as const, count, population: 2000, per: 1000 }))),
    );
    // 125 in 12 quarters of 2,000 people
    expect(rates.segments[0]!.limits![0]!.mean).toBeCloseTo(125 / 24, 10);
  });

  it('starts limits anew at a break and at a rebase, and follows no run across', () => {
    const rebase = { from: 12, reason: 'New patrols', approvedBy: 'Board' };
    // six below the old mean and six more after a break are no shift of twelve
    const low = [7, 6, 8, 7, 6, 7];
    const chart = processChart(
      seriesOf(counted(...CALM, ...low, ...low), { breaks: [18], rebases: [rebase] }),
    );
    expect(chart.segments.map(({ from, until, stage }) => [from, until, stage])).toEqual([
      [0, 12, 'fixed'],
      [12, 18, 'trial'],
      [18, 24, 'trial'],
    ]);
    expect(chart.segments[1]!.rebase).toEqual(rebase);
    expect(chart.signals.every((signal) => signal === null)).toBe(true);
    expect(processChart(seriesOf(counted(...CALM, ...low, ...low))).signals.some(Boolean)).toBe(true);
  });

  it('passes over a quarter without a figure', () => {
    const chart = processChart(seriesOf(counted(...CALM, null, 40)));
    expect(chart.signals[12]).toBeNull();
    expect(chart.signals[13]).toMatchObject({ rule: 'outside-limits' });
    expect(chart.segments[0]!.limits).toHaveLength(14);
  });

  // c-chart of mean 125/12 = 10.42: limits 0.73 and 20.1
  it.each([
    [30, 'lower', 'will-keep-meeting'],
    [0.5, 'lower', 'will-keep-missing'],
    [10, 'lower', 'hit-and-miss'],
    [10, 'context', null],
    [null, 'lower', null],
  ] as const)('against a target of %p where %s is good: %s', (target, direction, assurance) => {
    expect(processChart(seriesOf(counted(...CALM), { target, direction })).assurance).toBe(assurance);
  });

  it('says on which side of the mean the figures since a quarter lie', () => {
    const quarters = counted(...CALM, 20, 5, null, 6);
    expect(sidesSince(processChart(seriesOf(quarters)), quarters, 12)).toEqual([1, -1, -1]);
  });

  it('of nothing is nothing', () => {
    expect(processChart(seriesOf([]))).toMatchObject({ segments: [], signals: [], variation: null });
    expect(processChart(seriesOf([null, null]))).toMatchObject({ variation: null, assurance: null });
  });
});
