import { londonDateOf } from '@lib/kernel';
import type { MeetingRecord, ShownMeeting } from '@lib/reporting';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { attendanceCounts, MEETING_WORDS } from './meeting-words.js';

/** The meetings on record, and of each how many authorities were there. */
export function meetingsView(meetings: readonly ShownMeeting[], paths: Paths, mayRecord: boolean) {
  return {
    pageTitle: 'Meetings',
    backLink: { href: paths.duties(), text: 'Back to the duties' },
    newHref: mayRecord ? paths.newMeeting() : null,
    meetings: meetings.map((meeting) => {
      const { of, attended, senior } = attendanceCounts(meeting);
      return {
        heldOn: formatDate(meeting.heldOn),
        kind: MEETING_WORDS[meeting.kind],
        place: meeting.place,
        href: paths.meeting(meeting.id),
        attended: `${attended} of ${of}`,
        senior: `${senior} of ${of}`,
        published: meeting.publicAt !== null,
      };
    }),
  };
}

/** One record of a meeting: what it was about, and who attended for each authority. */
export function meetingView(
  meeting: MeetingRecord,
  paths: Paths,
  { mayRecord, mayReadTrail }: { readonly mayRecord: boolean; readonly mayReadTrail: boolean },
) {
  const editable = mayRecord && meeting.stands;
  return {
    pageTitle: `${MEETING_WORDS[meeting.kind]}, ${formatDate(meeting.heldOn)}`,
    backLink: { href: paths.meetings(), text: 'Back to the meetings' },
    kind: MEETING_WORDS[meeting.kind],
    ...{ place: meeting.place, discussed: meeting.discussed, publicAt: meeting.publicAt },
    heldOn: formatDate(meeting.heldOn),
    recorded: `${meeting.by}, ${formatDate(londonDateOf(meeting.at))}`,
    attendance: meeting.attendance.map(({ authority, people }) => ({
      authority,
      people: people.map(({ name, post, isSenior }) => ({ words: `${name}, ${post}`, isSenior })),
    })),
    senior: seniorWords(meeting),
    // Why it was taken back is in the audit trail, for who may read it.
    ended: meeting.stands
      ? null
      : { correctedHref: meeting.correctedBy && paths.meeting(meeting.correctedBy) },
    historyHref: mayReadTrail ? paths.auditTrail({ about: meeting.id }) : null,
    correction: meeting.insteadOf && { reason: meeting.reason, href: paths.meeting(meeting.insteadOf) },
    correctHref: editable ? paths.meetingCorrection(meeting.id) : null,
    withdrawHref: editable ? paths.meetingWithdrawal(meeting.id) : null,
  };
}

/** Of a public meeting, what the law asks of who attends; null for the other meetings, of which it asks nothing. */
function seniorWords(meeting: ShownMeeting): string | null {
  if (meeting.kind !== 'public-meeting') return null;
  const { of, senior } = attendanceCounts(meeting);
  const without = meeting.attendance
    .filter(({ people }) => !people.some(({ isSenior }) => isSenior))
    .map(({ authority }) => authority);
  const law = 'The law asks that somebody in a senior position in each authority attends';
  const words = `${law} (SI 2007/1830, regulation 12(4)(b)): ${senior} of ${of} had somebody there.`;
  return without.length > 0 ? `${words} Without: ${without.join('; ')}.` : words;
}
