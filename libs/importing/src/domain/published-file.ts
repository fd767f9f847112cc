import { addDays, type CalendarDate, type Id, londonDateOf } from '@lib/kernel';

/**
 * Where a file is on its way in: it arrives, where nobody sees it, waits for a worker, is read, is perhaps asked about its columns and read
 * again, and has been read. Then somebody applies or abandons it. A file that cannot be read is refused.
 */
export type FileState =
  'receiving' | 'waiting' | 'reading' | 'asking' | 'read' | 'applied' | 'refused' | 'abandoned';

/** How long a file is kept that nobody applies or abandons. */
export const KEPT_UNDECIDED_DAYS = 30;

/** The last day on which a file can be decided on. */
export function lastDayToDecide(receivedAt: Date): CalendarDate {
  return addDays(londonDateOf(receivedAt), KEPT_UNDECIDED_DAYS);
}

/** Whom a file is loaded for: one partnership, or, with null, everybody; the second only at the command line. */
export type LoadedFor = Id | null;

export const QUESTION_KINDS = [
  'columns',
  'table',
  'name',
  'figures',
  'release',
  'series',
  'area',
  'whole-file',
  'rows',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Something that has to be known before a file is applied. */
export interface Question {
  readonly number: number;
  readonly kind: QuestionKind;
  readonly subject: string;
  readonly sentence: string;
  /** What can be answered; empty where it is a month, or the key of an area. */
  readonly choices: readonly Choice[];
  /** What stands in the form to begin with; null where nothing is likelier than something else. */
  readonly proposed: string | null;
  readonly answer: string | null;
}

export interface Choice {
  readonly value: string;
  readonly words: string;
}

export type NewQuestion = Omit<Question, 'number' | 'answer'> & { readonly answer?: string | null };

/** Answered of a question that can only be agreed to; who does not agree abandons the file. */
export const ACCEPTED = 'accepted';
