import { type CalendarDate, DomainError, type Id, isWebLink } from '@lib/kernel';

/**
 * How evidence is marked (Government Security Classifications): OFFICIAL-SENSITIVE is a marking on the tier OFFICIAL, for
 * what only those who need it should read.
 */
export const MARKINGS = ['official', 'official-sensitive'] as const;
export type Marking = (typeof MARKINGS)[number];

export const LONGEST_TITLE = 150;
export const LONGEST_EVIDENCE_WORDS = 1000;
export const LONGEST_LINK = 500;

/** What is supplied: a file, or where it can be read. */
export type EvidenceContent =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly sha256: string;
      readonly bytes: Buffer;
    }
  | { readonly kind: 'link'; readonly link: string }
  /** A record of the partnership, as it is now: what it says is pinned by its SHA-256. */
  | {
      readonly kind: 'record';
      readonly name: string;
      readonly recordKind: string;
      readonly recordId: Id;
      readonly sha256: string;
    };

/** One version of a piece of evidence, as it is supplied. */
export interface SuppliedVersion {
  readonly content: EvidenceContent;
  /** The days that it says something about: not the day on which it was supplied. Half-open. */
  readonly coversFrom: CalendarDate;
  readonly coversUntil: CalendarDate;
  /** The last day on which it can be relied on; null where it does not age. */
  readonly expiresOn: CalendarDate | null;
  /** What it shows, and where in it. */
  readonly words: string;
}

export interface EvidenceItem {
  readonly title: string;
  /** The responsible authority whose it is; null for the partnership's own. */
  readonly authorityId: Id | null;
  readonly marking: Marking;
}

/**
 * Refuses what cannot be a version of evidence.
 *
 * @throws DomainError `assurance.evidence-words`, `assurance.evidence-days`, `assurance.evidence-expired`,
 *   `assurance.evidence-link`
 */
export function requireVersion(
  { content, coversFrom, coversUntil, expiresOn, words }: SuppliedVersion,
  today: CalendarDate,
): void {
  if (words.trim() === '' || words.trim().length > LONGEST_EVIDENCE_WORDS)
    throw new DomainError(
      'invalid',
      'assurance.evidence-words',
      `Say what it shows and where in it, in ${LONGEST_EVIDENCE_WORDS} characters or fewer.`,
    );
  if (coversUntil <= coversFrom)
    throw new DomainError(
      'invalid',
      'assurance.evidence-days',
      'The last day that it is about lies before the first one. Enter the first and the last day.',
    );
  if (expiresOn !== null && expiresOn < today)
    throw new DomainError(
      'invalid',
      'assurance.evidence-expired',
      'It could not be relied on any more: that day is past. Supply what is current, or no such day.',
    );
  if (content.kind === 'link' && !isWebLink(content.link))
    throw new DomainError(
      'invalid',
      'assurance.evidence-link',
      `The link must be a web address that begins with https://, in ${LONGEST_LINK} characters or fewer.`,
    );
}

/**
 * @throws DomainError `assurance.evidence-title`
 */
export function requireTitle(title: string): void {
  if (title.trim() === '' || title.trim().length > LONGEST_TITLE)
    throw new DomainError(
      'invalid',
      'assurance.evidence-title',
      `Say what it is, in ${LONGEST_TITLE} characters or fewer.`,
    );
}

/**
 * Refuses a request that nobody could answer.
 *
 * @throws DomainError `assurance.request-words`, `assurance.request-day`
 */
export function requireRequest(
  { askedFor, dueOn }: { readonly askedFor: string; readonly dueOn: CalendarDate },
  today: CalendarDate,
): void {
  if (askedFor.trim() === '' || askedFor.trim().length > LONGEST_EVIDENCE_WORDS)
    throw new DomainError(
      'invalid',
      'assurance.request-words',
      `Say what is asked for, in ${LONGEST_EVIDENCE_WORDS} characters or fewer.`,
    );
  if (dueOn < today)
    throw new DomainError(
      'invalid',
      'assurance.request-day',
      'That day is past. Ask for it by today or a later day.',
    );
}
