import { type CalendarDate, DomainError, type Id } from '@lib/kernel';

export const RATINGS = ['low', 'medium', 'high'] as const;
export type Rating = (typeof RATINGS)[number];

export const RESPONSES = ['agreed', 'partly-agreed', 'not-agreed'] as const;
export type FindingResponse = (typeof RESPONSES)[number];

export const LONGEST_FINDING_TITLE = 150;
export const LONGEST_FINDING_WORDS = 2000;
export const LONGEST_ACTION = 1000;
export const LONGEST_OWNER = 150;

/** What a finding is on: a version of evidence, a figure as it was reported, or an occurrence of a duty by its key. */
export type FindingSubject =
  | { readonly kind: 'evidence'; readonly versionId: Id }
  | { readonly kind: 'figure'; readonly figureId: Id; readonly workpaperId: Id | null }
  | { readonly kind: 'duty'; readonly occurrence: string };

export interface WrittenFinding {
  readonly title: string;
  readonly found: string;
  /** What should have been, and by what law, rule or agreement. */
  readonly expected: string;
  readonly recommendation: string;
  readonly rating: Rating;
  /** The responsible authority that has to answer; null for the partnership. */
  readonly authorityId: Id | null;
  /** The last day on which the answer is wanted. */
  readonly answerBy: CalendarDate;
}

/** What management answers. */
export interface WrittenAnswer {
  readonly response: FindingResponse;
  /** What will be done, by whom and until when (the last day); null of what is not agreed. */
  readonly action: { readonly what: string; readonly owner: string; readonly dueOn: CalendarDate } | null;
}

/** @throws DomainError `assurance.finding-words`, `assurance.finding-title`, `assurance.finding-day` */
export function requireFinding(
  { title, found, expected, recommendation, answerBy }: WrittenFinding,
  today: CalendarDate,
): void {
  if (!isSaid(title, LONGEST_FINDING_TITLE))
    throw new DomainError(
      'invalid',
      'assurance.finding-title',
      `Give the finding a title of ${LONGEST_FINDING_TITLE} characters or fewer.`,
    );
  for (const words of [found, expected, recommendation]) requireFindingWords(words);
  requireAnswerDay(answerBy, today);
}

/** @throws DomainError `assurance.finding-words` */
export function requireFindingWords(words: string): void {
  if (!isSaid(words, LONGEST_FINDING_WORDS))
    throw new DomainError(
      'invalid',
      'assurance.finding-words',
      `Say it in ${LONGEST_FINDING_WORDS} characters or fewer.`,
    );
}

/** @throws DomainError `assurance.finding-day` */
export function requireAnswerDay(answerBy: CalendarDate, today: CalendarDate): void {
  if (answerBy < today)
    throw new DomainError(
      'invalid',
      'assurance.finding-day',
      'That day is past. Ask for the answer by today or a later day.',
    );
}

/** @throws DomainError `assurance.action-missing`, `assurance.action-not-agreed`, `assurance.action-day` */
export function requireAnswer({ response, action }: WrittenAnswer, today: CalendarDate): void {
  if (response === 'not-agreed') {
    if (action !== null)
      throw new DomainError(
        'invalid',
        'assurance.action-not-agreed',
        'What is not agreed has no action. Leave the action, who does it and the day empty, or select another answer.',
      );
    return;
  }
  if (action === null || !isSaid(action.what, LONGEST_ACTION) || !isSaid(action.owner, LONGEST_OWNER))
    throw new DomainError(
      'invalid',
      'assurance.action-missing',
      'Say what will be done, who does it and by which day; or select that it is not agreed.',
    );
  if (action.dueOn < today)
    throw new DomainError(
      'invalid',
      'assurance.action-day',
      'That day is past. Enter the last day by which it will be done.',
    );
}

function isSaid(words: string, longest: number): boolean {
  return words.trim() !== '' && words.trim().length <= longest;
}
