import { Decimal } from '@lib/kernel';
import fc from 'fast-check';
import { percent, percentagePoints } from '../quantities/percent.js';
import { boundsOf, isWithin, type PinnedBaseline, type TargetRule } from './target-rule.js';
import { allowedAt } from './trajectory.js';

const baseline = (value: number): PinnedBaseline => ({
  period: '2009/10',
  definitionVersion: 1,
  vintage: '2010',
  value: new Decimal(value),
  exactness: 'back-calculated',
});
const d = (value: number) => new Decimal(value);

describe('the bounds of a target', () => {
  it.each<[string, TargetRule, boolean, string | null, string | null]>([
    [
      '4.5% less than 1,754',
      { kind: 'reduction', by: percent(4.5), baseline: baseline(1754) },
      true,
      null,
      '1675',
    ],
    [
      '10% more than 33: 36.3, so 37',
      { kind: 'increase', by: percent(10), baseline: baseline(33) },
      true,
      '37',
      null,
    ],
    [
      '10% more than 33%, not counted',
      { kind: 'increase', by: percent(10), baseline: baseline(33) },
      false,
      '36.3',
      null,
    ],
    ['at most 21.5 offences', { kind: 'ceiling', atMost: d(21.5) }, true, null, '21'],
    ['at least 51.4%', { kind: 'floor', atLeast: d(51.4) }, false, '51.4', null],
    ['between 28% and 40%', { kind: 'range', from: d(28), to: d(40) }, false, '28', '40'],
    ['a gap of at most 3.8 points', { kind: 'gap', atMost: percentagePoints(3.8) }, false, null, '3.8'],
    ['no more than 22', { kind: 'maintain', better: 'lower', baseline: baseline(22) }, true, null, '22'],
    ['among the best five', { kind: 'rank', atMost: 5 }, true, null, '5'],
  ])('%s', (_, rule, counted, atLeast, atMost) => {
    const bounds = boundsOf(rule, counted);
    if (typeof bounds === 'string') throw new Error(bounds);
    expect([bounds.atLeast?.toString() ?? null, bounds.atMost?.toString() ?? null]).toEqual([
      atLeast,
      atMost,
    ]);
  });

  it.each<[TargetRule, string]>([
    [{ kind: 'reduction', by: percent(2), baseline: null }, 'no-baseline'],
    [{ kind: 'narrative' }, 'narrative-target'],
    [{ kind: 'milestone' }, 'milestone'],
  ])('%j is not assessable: %s', (rule, reason) => expect(boundsOf(rule, true)).toBe(reason));

  // The satisfaction gap of 2009/10: 4.9 points against 3.8, missed by 1.1
  it('the gap of 4.9 points misses 3.8', () => {
    const bounds = boundsOf({ kind: 'gap', atMost: percentagePoints(3.8) }, false);
    expect(typeof bounds !== 'string' && isWithin(d(4.9), bounds)).toBe(false);
  });

  it('never rounds a pass mark to the easy side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (before, tenths) => {
          const by = percent(tenths / 10);
          const lower = boundsOf({ kind: 'reduction', by, baseline: baseline(before) }, true);
          const upper = boundsOf({ kind: 'increase', by, baseline: baseline(before) }, true);
          if (typeof lower === 'string' || typeof upper === 'string') throw new Error('assessable');
          const exact = (sign: 1 | -1) =>
            d(before)
              .times(d(1000).plus(sign * tenths))
              .div(1000);
          expect(lower.atMost!.lte(exact(-1)) && lower.atMost!.gt(exact(-1).minus(1))).toBe(true);
          expect(upper.atLeast!.gte(exact(1)) && upper.atLeast!.lt(exact(1).plus(1))).toBe(true);
        },
      ),
      { numRuns: 1000, seed: 2023 },
    );
  });
});

describe('a trajectory', () => {
  const at = (period: number, reading: 'point' | 'cumulative' = 'cumulative') =>
    ({ period, periods: 4, reading }) as const;

  it('flat: 1,675 over four quarters is 418.75 each', () => {
    expect(allowedAt({ kind: 'flat' }, d(1675), at(1)).toString()).toBe('418.75');
    expect(allowedAt({ kind: 'flat' }, d(1675), at(3)).toString()).toBe('1256.25');
    expect(allowedAt({ kind: 'flat' }, d(1675), at(3, 'point')).toString()).toBe('418.75');
  });

  it('seasonal: by shares, and whole at the end', () => {
    const shares = [0.2, 0.3, 0.3, 0.2];
    expect(allowedAt({ kind: 'seasonal', shares }, d(1000), at(2)).toString()).toBe('500');
    expect(allowedAt({ kind: 'seasonal', shares: [1 / 3, 1 / 3, 1 / 3, 0] }, d(100), at(4)).toString()).toBe(
      '100',
    );
    expect(() => allowedAt({ kind: 'seasonal', shares: [0.5, 0.5, 0.5, 0] }, d(1), at(1))).toThrow(
      RangeError,
    );
  });

  it('explicit: as agreed, period by period', () => {
    const levels = [d(5), d(4), d(3), d(2)];
    expect(allowedAt({ kind: 'explicit', levels }, d(0), at(2, 'point')).toString()).toBe('4');
    expect(allowedAt({ kind: 'explicit', levels }, d(0), at(4)).toString()).toBe('14');
  });
});
