import { DomainError } from '@lib/kernel';
import type { LineReview } from './line-review.js';
import type { Commentary, EnteredFigure, ReturnLine } from './quarterly-return.js';

/** What has to be looked at before a return is sent. */
export interface ReturnReview {
  readonly lines: readonly LineReview[];
  /** Why a commentary on the return as a whole is needed; empty where none is. */
  readonly commentaryBecause: readonly string[];
}

export const NOTHING_TO_REVIEW: ReturnReview = { lines: [], commentaryBecause: [] };

/** What of a review is still open, line by line. */
export interface OpenReview {
  readonly wrong: readonly LineReview[];
  readonly unanswered: readonly LineReview[];
  readonly uncommented: readonly LineReview[];
  /** Whether the return as a whole lacks the commentary it needs. */
  readonly uncommentedWhole: boolean;
}

export function openReview(
  { lines, commentaryBecause }: ReturnReview,
  figures: readonly Pick<EnteredFigure, 'lineId' | 'rightBecause'>[],
  commentary: readonly Commentary[],
): OpenReview {
  const answered = new Set(
    figures.filter(({ rightBecause }) => rightBecause !== null).map(({ lineId }) => lineId),
  );
  const commented = new Set(commentary.map(({ lineId }) => lineId));
  return {
    wrong: lines.filter(({ wrong }) => wrong.length > 0),
    unanswered: lines.filter(({ lineId, unusual }) => unusual.length > 0 && !answered.has(lineId)),
    uncommented: lines.filter(
      ({ lineId, commentaryBecause: because }) => because.length > 0 && !commented.has(lineId),
    ),
    uncommentedWhole: commentaryBecause.length > 0 && !commented.has(null),
  };
}

/** Refuses a return on which something is wrong, unusual without a reason, or uncommented where it must not be. */
export function requireLookedAt(
  review: ReturnReview,
  lines: readonly ReturnLine[],
  figures: readonly EnteredFigure[],
  commentary: readonly Commentary[],
): void {
  const { wrong, unanswered, uncommented, uncommentedWhole } = openReview(review, figures, commentary);
  const names = (reviews: readonly LineReview[]) =>
    reviews.map(({ lineId }) => lines.find(({ id }) => id === lineId)!.label).join(', ');
  if (wrong.length > 0)
    throw new DomainError(
      'invalid',
      'returns.figures-contradict',
      `Some figures contradict others. An officer of the authority changes them before the return is sent: ${names(wrong)}.`,
    );
  if (unanswered.length > 0)
    throw new DomainError(
      'invalid',
      'returns.unusual-figures',
      `Some figures are unusual. An officer of the authority says why they are right, or changes them: ${names(unanswered)}.`,
    );
  if (uncommented.length > 0 || uncommentedWhole)
    throw new DomainError(
      'invalid',
      'returns.commentary-needed',
      `A commentary is needed before the return is sent, from an officer of the authority: ${
        uncommentedWhole ? 'on the return as a whole' : names(uncommented)
      }.`,
    );
}
