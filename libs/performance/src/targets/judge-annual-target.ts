import { Decimal } from '@lib/kernel';

/** The rule set by which this file judges; stored with every result. A change of rule is a new function. */
export const ANNUAL_TARGET_RULES = 'annual-count-1';

export type TargetStatus =
  'met' | 'on-course' | 'at-risk' | 'off-course' | 'not-met' | 'no-target' | 'cannot-tell';

/** Why a target cannot be judged. */
export type CannotTellReason = 'no-figures' | 'quarter-missing' | 'no-baseline' | 'narrative-target';

/** What the maths needs to know of a target: null where none is set. */
export type AnnualTarget =
  | { readonly kind: 'percentage-reduction'; readonly passMark: Decimal | null }
  | { readonly kind: 'narrative' };

/** The approved count of each quarter of one financial year, April first; null where there is none. */
export type QuarterCounts = readonly [Decimal | null, Decimal | null, Decimal | null, Decimal | null];

export interface AnnualJudgement {
  readonly status: TargetStatus;
  readonly reason: CannotTellReason | null;
  /** The sum of the quarters held; null where none is. */
  readonly yearToDate: Decimal | null;
  readonly quartersHeld: number;
  /**
   * Year to date less what the target allows so far: the pass mark for a whole year, its flat share for part of one.
   * Above 0 is too many. Null where the target is not judged.
   */
  readonly difference: Decimal | null;
}

/**
 * Judges "at most `passMark` in the financial year". First match wins:
 * 1. no target, or one that cannot be judged, says so;
 * 2. more than the pass mark already: not met, whatever is still to come;
 * 3. four quarters: met;
 * 4. a gap before the newest quarter: cannot tell, since a part year is never taken for a longer one;
 * 5. part of a year: on course when within the flat share of the pass mark (a quarter of it each), else off course.
 *    The flat share knows nothing of seasons.
 */
export function judgeAnnualTarget(target: AnnualTarget | null, quarters: QuarterCounts): AnnualJudgement {
  const held = quarters.filter((count) => count !== null);
  const yearToDate = held.length === 0 ? null : Decimal.sum(...held);
  const facts = { yearToDate, quartersHeld: held.length };
  const cannotTell = (reason: CannotTellReason): AnnualJudgement => ({
    ...facts,
    status: 'cannot-tell',
    reason,
    difference: null,
  });

  if (target === null) return { ...facts, status: 'no-target', reason: null, difference: null };
  if (target.kind === 'narrative') return cannotTell('narrative-target');
  if (target.passMark === null) return cannotTell('no-baseline');
  if (yearToDate === null) return cannotTell('no-figures');

  const judged = (status: TargetStatus, allowed: Decimal): AnnualJudgement => ({
    ...facts,
    status,
    reason: null,
    difference: yearToDate.minus(allowed),
  });
  if (yearToDate.gt(target.passMark)) return judged('not-met', target.passMark);
  if (held.length === 4) return judged('met', target.passMark);
  const newest = quarters.findLastIndex((count) => count !== null);
  if (newest + 1 !== held.length) return cannotTell('quarter-missing');
  const allowedSoFar = target.passMark.times(held.length).div(4);
  return judged(yearToDate.lte(allowedSoFar) ? 'on-course' : 'off-course', allowedSoFar);
}
