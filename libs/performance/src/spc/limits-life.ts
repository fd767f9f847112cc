import { shifts } from './signals.js';

/** How far limits can be trusted: none under 5 points, trial under 12, fixed from 12 on. */
export type LimitsStage = 'none' | 'trial' | 'fixed';

const TRIAL_FROM = 5;
/** Limits are fixed on this many points; later ones do not move them. */
export const FIXED_FROM = 12;
const NEW_POINTS = 7;

export function limitsStage(points: number): LimitsStage {
  if (points < TRIAL_FROM) return 'none';
  return points < FIXED_FROM ? 'trial' : 'fixed';
}

/** A new start for limits, from a point on, decided by somebody for a reason. */
export interface Rebase {
  /** Index of the first point of the new segment. */
  readonly from: number;
  readonly reason: string;
  readonly approvedBy: string;
}

export interface Segment {
  readonly from: number;
  /** Not included. */
  readonly until: number;
  readonly stage: LimitsStage;
  /** How many points the limits are worked out from: all of a trial, the first 12 once fixed. */
  readonly basis: number;
  readonly rebase: Rebase | null;
}

/**
 * The segments of a chart: limits are worked out anew after each rebase and each break in the series; old segments
 * keep theirs. Once there are 12 points the limits are fixed on those 12 and later points do not move them.
 *
 * @param breaks indexes of the first points after a break in the series
 */
export function segmentsOf(
  points: number,
  rebases: readonly Rebase[],
  breaks: readonly number[] = [],
): Segment[] {
  const starts = [...new Set([0, ...rebases.map(({ from }) => from), ...breaks])]
    .filter((start) => start >= 0 && start < points)
    .sort((a, b) => a - b);
  return starts.map((from, index) => {
    const until = starts[index + 1] ?? points;
    const stage = limitsStage(until - from);
    return {
      from,
      until,
      stage,
      basis: Math.min(until - from, FIXED_FROM),
      rebase: rebases.find((rebase) => rebase.from === from) ?? null,
    };
  });
}

/** Why limits may not be rebased; null when they may. */
export type RebaseRefusal = 'no-shift' | 'too-few-new-points' | 'no-reason' | 'no-approver';

/**
 * Limits are rebased only when all hold: a shift of seven or more starts there, its cause is known (the reason), it is
 * expected to last (the approver says so), and there are at least seven new points to work limits out from.
 *
 * @param since for each point from the rebase on: 1 above, −1 below, 0 on the mean in force
 */
export function refusalOfRebase(
  since: readonly number[],
  { reason, approvedBy }: Pick<Rebase, 'reason' | 'approvedBy'>,
): RebaseRefusal | null {
  if (since.length < NEW_POINTS) return 'too-few-new-points';
  if (shifts(since)[0] === 0) return 'no-shift';
  if (reason.trim() === '') return 'no-reason';
  return approvedBy.trim() === '' ? 'no-approver' : null;
}
