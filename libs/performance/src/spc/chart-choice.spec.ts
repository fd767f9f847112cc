import { expectedFalseAlarms } from '../false-alarms.js';
import { chartForCounts, chartForShares, dispersionOf } from './chart-choice.js';
import { limitsStage, refusalOfRebase, segmentsOf } from './limits-life.js';

describe('choosing a chart', () => {
  // mean 10; squares 4 + 4 + 0 = 8; 8/10/2 = 0.4
  it('measures dispersion', () => {
    expect(dispersionOf([8, 12, 10])).toBeCloseTo(0.4, 12);
    expect(dispersionOf([0, 0])).toBeNull();
  });

  const twelve = [10, 12, 9, 11, 10, 13, 8, 10, 11, 9, 12, 10];
  it.each([
    ['calm counts', twelve, 'c', 'poisson'],
    ['wild counts', twelve.map((one, index) => (index % 2 ? one * 3 : one)), 'xmr', 'overdispersed'],
    ['eleven counts', twelve.slice(1), 'xmr', 'too-few-points'],
    ['homicides', [0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 1, 0], 'g', 'rare-events'],
    ['nothing', [], 'xmr', 'too-few-points'],
  ])('%s', (_, counts, kind, reason) => expect(chartForCounts(counts)).toEqual({ kind, reason }));

  it('widens rates and proportions unless they are known to vary as chance does', () => {
    expect(chartForShares('rate', 1.1, 20).kind).toBe('u');
    expect(chartForShares('rate', 2, 20).kind).toBe("u'");
    expect(chartForShares('proportion', null, 20).kind).toBe("p'");
    expect(chartForShares('proportion', 1, 8)).toEqual({ kind: "p'", reason: 'too-few-points' });
  });
});

describe('the life of limits', () => {
  it.each([
    [4, 'none'],
    [5, 'trial'],
    [11, 'trial'],
    [12, 'fixed'],
  ])('%i points: %s', (points, stage) => expect(limitsStage(points)).toBe(stage));

  it('starts a segment at a rebase and at a break, and fixes limits on twelve points', () => {
    const rebase = { from: 15, reason: 'New patrol plan', approvedBy: 'Board, 3 May' };
    expect(segmentsOf(30, [rebase], [22])).toEqual([
      { from: 0, until: 15, stage: 'fixed', basis: 12, rebase: null },
      { from: 15, until: 22, stage: 'trial', basis: 7, rebase },
      { from: 22, until: 30, stage: 'trial', basis: 8, rebase: null },
    ]);
  });

  it.each([
    ['no-shift', [1, 1, 1, 1, -1, 1, 1, 1], { reason: 'r', approvedBy: 'a' }],
    ['too-few-new-points', [1, 1, 1, 1, 1, 1], { reason: 'r', approvedBy: 'a' }],
    ['no-reason', [1, 1, 1, 1, 1, 1, 1], { reason: ' ', approvedBy: 'a' }],
    ['no-approver', [1, 1, 1, 1, 1, 1, 1], { reason: 'r', approvedBy: '' }],
    [null, [1, 1, 1, 1, 1, 1, 1], { reason: 'r', approvedBy: 'a' }],
  ])('rebasing: %s', (refusal, sides, words) => {
    expect(refusalOfRebase(sides, words)).toBe(refusal);
  });
});

describe('the false-alarm budget', () => {
  it('is 6 at 95% and 0.24 at 99.8% for 30 measures in 4 quarters', () => {
    expect(expectedFalseAlarms(120).watch).toBeCloseTo(6, 12);
    expect(expectedFalseAlarms(120).alert).toBeCloseTo(0.24, 12);
  });
});
