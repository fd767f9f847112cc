import { type Actor, DomainError, type Id } from '@lib/kernel';
import type {
  Commentary,
  EnteredFigure,
  QuarterlyReturn,
  ReturnDecision,
  ReturnLine,
  ReturnState,
} from './quarterly-return.js';
import { returnContentHash } from './return-content.js';
import { NOTHING_TO_REVIEW, requireLookedAt, type ReturnReview } from './return-review.js';
import { moveOf, type ReturnAction, type ReturnNeed } from './return-transitions.js';

/** Everything a decision depends on, as loaded. */
export interface ReturnCase {
  readonly quarterlyReturn: QuarterlyReturn;
  readonly lines: readonly ReturnLine[];
  /** What is said now: the draft while the return is open, the submitted figures afterwards. */
  readonly figures: readonly EnteredFigure[];
  readonly commentary: readonly Commentary[];
  /** What has to be looked at before it is sent; not asked for by other moves. */
  readonly review?: ReturnReview;
  /** The latest submission; null before the first. */
  readonly submission: ReturnDecision | null;
}

export interface Wish {
  readonly action: ReturnAction;
  readonly by: Actor;
  /** The content the decider saw; for a submission, what the draft holds. */
  readonly contentSha256?: string;
  readonly comment?: string;
}

/**
 * Where a wish leads: the next state and the content it is about. Pure; refuses with a DomainError when a need of the
 * move is not met.
 */
export function decide(
  { quarterlyReturn, lines, figures, commentary, review, submission }: ReturnCase,
  wish: Wish,
): { to: ReturnState; contentSha256: string } {
  const move = moveOf(quarterlyReturn.state, wish.action);
  const contentSha256 = returnContentHash(quarterlyReturn, lines, figures, commentary);
  const checks: Record<ReturnNeed, () => void> = {
    'a-figure-or-reason-on-every-line': () => requireComplete(lines, figures),
    'nothing-left-to-look-at': () => requireLookedAt(review ?? NOTHING_TO_REVIEW, lines, figures, commentary),
    'another-person': () => requireAnotherPerson(wish.by.personId, figures, submission),
    'same-content': () => {
      if (submission?.contentSha256 !== contentSha256 || wish.contentSha256 !== contentSha256)
        throw new DomainError(
          'conflict',
          'returns.content-changed',
          'This is not the content you were looking at. Look at the return again and decide on what it says now.',
        );
    },
    comment: () => {
      if (!wish.comment?.trim())
        throw new DomainError('invalid', 'returns.comment-needed', 'Say what has to be put right.');
    },
  };
  for (const need of move.needs) checks[need]();
  return { to: move.to, contentSha256 };
}

/** The lines on which nothing is said yet. */
export function blankLines(lines: readonly ReturnLine[], figures: readonly EnteredFigure[]): ReturnLine[] {
  const said = new Set(figures.map(({ lineId }) => lineId));
  return lines.filter((line) => !said.has(line.id));
}

function requireComplete(lines: readonly ReturnLine[], figures: readonly EnteredFigure[]): void {
  const blank = blankLines(lines, figures);
  if (blank.length > 0)
    throw new DomainError(
      'invalid',
      'returns.incomplete',
      `Enter a figure, or say why there is none, for: ${blank.map(({ label }) => label).join(', ')}.`,
    );
}

function requireAnotherPerson(
  personId: Id,
  figures: readonly EnteredFigure[],
  submission: ReturnDecision | null,
): void {
  if (submission?.by === personId || figures.some(({ enteredBy }) => enteredBy === personId))
    throw new DomainError(
      'forbidden',
      'returns.own-return',
      'You entered or sent figures of this return, so another approver of the authority has to decide on it.',
    );
}
