import { type CalendarDate, DomainError, type Id, isWebLink } from '@lib/kernel';

/** The meetings that the law speaks of: SI 2007/1830, regulations 12(4) and 3(1), and SI 2009/942, regulation 4. */
export const MEETING_KINDS = ['public-meeting', 'strategy-group', 'crime-and-disorder-committee'] as const;

export type MeetingKind = (typeof MEETING_KINDS)[number];

export const LONGEST_DISCUSSION = 2000;
export const LONGEST_NAME = 200;
const LONGEST_REASON = 500;

/** Somebody who attended for a responsible authority, by name and post. */
export interface Attendee {
  readonly authorityId: Id;
  readonly name: string;
  readonly post: string;
  /** Whether it is a senior position in the authority: whoever records it says so, the law does not define it. */
  readonly isSenior: boolean;
}

/** A meeting as it is written down. */
export interface WrittenMeeting {
  readonly kind: MeetingKind;
  readonly heldOn: CalendarDate;
  readonly place: string;
  readonly discussed: string;
  /** Where its day and what was discussed were made public; null where they were not, or not yet. */
  readonly publicAt: string | null;
  /** In the order in which they are shown; nobody of an authority says that it was not represented. */
  readonly attendees: readonly Attendee[];
}

/** Leaves out the spaces around what was typed. */
export function tidied<Meeting extends WrittenMeeting>(meeting: Meeting): Meeting {
  return {
    ...meeting,
    place: meeting.place.trim(),
    discussed: meeting.discussed.trim(),
    publicAt: meeting.publicAt?.trim() || null,
    attendees: meeting.attendees.map((one) => ({ ...one, name: one.name.trim(), post: one.post.trim() })),
  };
}

/**
 * Refuses a meeting that cannot have been.
 *
 * @param members the responsible authorities of the day it was held
 * @throws DomainError `meetings.to-come`, `meetings.place`, `meetings.discussed`, `meetings.public-at`,
 *   `meetings.attendee`, `meetings.attendee-twice`, `meetings.not-an-authority`
 */
export function requireMeeting(
  { heldOn, place, discussed, publicAt, attendees }: WrittenMeeting,
  { members, today }: { readonly members: ReadonlySet<Id>; readonly today: CalendarDate },
): void {
  if (heldOn > today)
    throw refusal('to-come', 'That day has not come yet. Record the meeting once it was held.');
  if (!isBetweenOneAnd(LONGEST_NAME, place))
    throw refusal('place', `Say where it was held, in ${LONGEST_NAME} characters or fewer.`);
  if (!isBetweenOneAnd(LONGEST_DISCUSSION, discussed))
    throw refusal('discussed', `Say what was discussed, in ${LONGEST_DISCUSSION} characters or fewer.`);
  if (publicAt !== null && !isWebLink(publicAt))
    throw refusal(
      'public-at',
      'The address where it was made public must be a web address, like https://www.kingston.example/meetings',
    );
  for (const { authorityId, name, post } of attendees) {
    if (!isBetweenOneAnd(LONGEST_NAME, name) || !isBetweenOneAnd(LONGEST_NAME, post))
      throw refusal('attendee', `Enter a name and a post of ${LONGEST_NAME} characters or fewer for each.`);
    if (!members.has(authorityId))
      throw refusal(
        'not-an-authority',
        'Somebody attended for a body that was no responsible authority on that day. Enter them under the one that was.',
      );
  }
  const named = attendees.map(({ authorityId, name }) => `${authorityId} ${name.toLowerCase()}`);
  if (new Set(named).size < named.length)
    throw refusal(
      'attendee-twice',
      'Somebody is entered twice for the same authority. Take one of them out.',
    );
}

/** Refuses a change without a reason. Throws `meetings.reason`. */
export function requireReason(reason: string): void {
  if (!isBetweenOneAnd(LONGEST_REASON, reason.trim()))
    throw refusal('reason', `Say why, in ${LONGEST_REASON} characters or fewer.`);
}

function isBetweenOneAnd(longest: number, text: string): boolean {
  return text !== '' && text.length <= longest;
}

function refusal(reason: string, sentence: string): DomainError {
  return new DomainError('invalid', `meetings.${reason}`, sentence);
}
