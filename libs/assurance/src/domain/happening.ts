import { type CalendarDate, DomainError } from '@lib/kernel';
import { type BearerKey, type Trigger, TRIGGERS } from '@lib/statutory';

export const LONGEST_WORDS = 300;

/** Something that makes duties fall due, as it is written down. */
export interface WrittenHappening {
  readonly trigger: Trigger;
  readonly on: CalendarDate;
  /** Whom it concerns; null for everybody on whom such a duty falls. */
  readonly bearer: BearerKey | null;
  /** The day that somebody set who may set it; null for what the law says. */
  readonly dueOn: CalendarDate | null;
  readonly words: string;
}

export function isTrigger(text: string): text is Trigger {
  return Object.hasOwn(TRIGGERS, text);
}

/**
 * Refuses a happening that is none yet, or that was due before it came up.
 *
 * @throws DomainError `assurance.happening-words`, `assurance.happening-to-come`, `assurance.happening-due`
 */
export function requireHappening({ on, dueOn, words }: WrittenHappening, today: CalendarDate): void {
  if (words.trim() === '' || words.trim().length > LONGEST_WORDS)
    throw new DomainError(
      'invalid',
      'assurance.happening-words',
      `Say what happened, in ${LONGEST_WORDS} characters or fewer.`,
    );
  if (on > today)
    throw new DomainError(
      'invalid',
      'assurance.happening-to-come',
      'That day has not come yet. Record it once it has happened.',
    );
  if (dueOn !== null && dueOn < on)
    throw new DomainError(
      'invalid',
      'assurance.happening-due',
      'The day that was set lies before the day it happened. Enter a later one, or none for what the law says.',
    );
}
