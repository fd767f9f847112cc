import { type CalendarDate, DomainError } from '@lib/kernel';
import { LONGEST_WORDS } from './happening.js';

/** How far work on an occurrence has come. It says nothing of the result: that is for whoever looks at the evidence. */
export const PROGRESS = ['to-do', 'in-progress', 'in-review', 'done'] as const;

export type DutyProgress = (typeof PROGRESS)[number];

export interface WrittenProgress {
  readonly progress: DutyProgress;
  /** Of what is done; null for the rest. */
  readonly doneOn: CalendarDate | null;
  /** What was done, or what is under way, and where it can be seen. */
  readonly words: string;
}

/**
 * Refuses progress that cannot be.
 *
 * @throws DomainError `assurance.progress-words`, `assurance.progress-day`, `assurance.progress-to-come`
 */
export function requireProgress({ progress, doneOn, words }: WrittenProgress, today: CalendarDate): void {
  if (words.trim() === '' || words.trim().length > LONGEST_WORDS)
    throw new DomainError(
      'invalid',
      'assurance.progress-words',
      `Say what was done and where it can be seen, in ${LONGEST_WORDS} characters or fewer.`,
    );
  if ((progress === 'done') !== (doneOn !== null))
    throw new DomainError(
      'invalid',
      'assurance.progress-day',
      'Say on which day it was done, and no day for what is not done yet.',
    );
  if (doneOn !== null && doneOn > today)
    throw new DomainError(
      'invalid',
      'assurance.progress-to-come',
      'That day has not come yet. Say that it is done once it is.',
    );
}
