import { type CalendarDate, DomainError } from '@lib/kernel';

/** What an auditor found of an occurrence. It rests on evidence; how far work has come is told apart (`DutyProgress`). */
export const RESULTS = ['not-assessed', 'met', 'partly-met', 'not-met'] as const;
export type DutyResult = (typeof RESULTS)[number];

export const LONGEST_FINDING = 1000;

export interface WrittenAssessment {
  /** False where it does not bind after all, for a reason that the catalogue cannot know. */
  readonly applies: boolean;
  readonly result: DutyResult;
  /** Why; for what does not apply the justification. */
  readonly words: string;
}

/** Days with both ends: half-open. */
export interface Days {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/**
 * Refuses an assessment that says nothing, or that a duty is met without evidence for all of its days.
 *
 * @param about the days that the occurrence is about
 * @param covered the days that accepted and unexpired evidence on the duty covers, in any order
 * @throws DomainError `assurance.assessment-words`, `assurance.assessment-not-applicable`,
 *   `assurance.met-without-evidence`
 */
export function requireAssessment(
  { applies, result, words }: WrittenAssessment,
  about: Days,
  covered: readonly Days[],
): void {
  if (words.trim() === '' || words.trim().length > LONGEST_FINDING)
    throw new DomainError(
      'invalid',
      'assurance.assessment-words',
      `Say why, in ${LONGEST_FINDING} characters or fewer.`,
    );
  if (!applies && result !== 'not-assessed')
    throw new DomainError(
      'invalid',
      'assurance.assessment-not-applicable',
      'What does not apply has no result. Select "Not assessed", or say that it applies.',
    );
  if (result === 'met' && !covers(covered, about))
    throw new DomainError(
      'invalid',
      'assurance.met-without-evidence',
      'It cannot be recorded as met: no accepted evidence covers all the days that it is about. ' +
        'Accept evidence for those days first, or select another result.',
    );
}

/** Whether days cover every day of a period, alone or one after the other. */
export function covers(days: readonly Days[], { from, until }: Days): boolean {
  let covered = from;
  for (const one of days.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (one.from <= covered && one.until > covered) covered = one.until;
  return covered >= until;
}
