import { mayOpen } from '@lib/assurance';
import { type Actor, addDays, type CalendarDate, type Id } from '@lib/kernel';
import type { ShownAssessment, ShownEvidence, ShownVersion } from '@lib/reporting';
import { formatDate } from '@lib/ui';

export const RESULT_WORDS = {
  'not-assessed': 'Not assessed',
  met: 'Met',
  'partly-met': 'Partly met',
  'not-met': 'Not met',
} as const;

export const MARKING_WORDS = { official: 'OFFICIAL', 'official-sensitive': 'OFFICIAL-SENSITIVE' } as const;

const STATE_WORDS = {
  requested: 'Requested',
  received: 'Received',
  'in-review': 'In review',
  accepted: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} as const;

/** What was found of an occurrence, in a word or two. */
export function resultWords(assessment: ShownAssessment | undefined): string {
  if (!assessment) return RESULT_WORDS['not-assessed'];
  if (!assessment.applies) return 'Does not apply';
  const words = RESULT_WORDS[assessment.result];
  return assessment.holds ? words : `${words}, but its evidence no longer stands`;
}

/** Where a version of evidence stands on a day. */
export function versionWords(version: ShownVersion, day: CalendarDate): string {
  const isExpired = version.state === 'accepted' && version.expiresOn !== null && version.expiresOn < day;
  if (isExpired) return `Expired on ${formatDate(version.expiresOn)}`;
  return isHeld(version)
    ? `${STATE_WORDS[version.state]}, held until it is scanned`
    : STATE_WORDS[version.state];
}

/** Where a piece of evidence stands on a day, by its newest version or by what was asked for. */
export function evidenceWords(
  { versions: [newest], request, dueOn }: ShownEvidence,
  day: CalendarDate,
): string {
  if (newest) return versionWords(newest, day);
  if (request === 'withdrawn') return 'Request withdrawn';
  return dueOn !== null && dueOn < day
    ? `Requested, and overdue since ${formatDate(dueOn)}`
    : `Requested by ${dueOn ? formatDate(dueOn) : 'no day'}`;
}

/** A file that nobody may open yet. */
export function isHeld({ kind, scan }: ShownVersion): boolean {
  return kind === 'file' && scan !== 'clean';
}

/** Half-open days as people say them: with both ends. */
export function daysWords(from: CalendarDate, until: CalendarDate): string {
  const last = addDays(until, -1);
  return from === last ? formatDate(from) : `${formatDate(from)} to ${formatDate(last)}`;
}

type NamedEvidence = Pick<ShownEvidence, 'authorityId' | 'marking' | 'title'>;

/** The title of evidence, for who may open it; for others of what is sensitive no more than its marking. */
export function titleFor(actor: Actor, partnershipId: Id, evidence: NamedEvidence): string {
  return mayOpen(actor, partnershipId, evidence) ? evidence.title : whatIsNotShown(evidence);
}

function whatIsNotShown({ title, marking }: NamedEvidence): string {
  return marking === 'official-sensitive' ? 'Evidence marked OFFICIAL-SENSITIVE' : title;
}
