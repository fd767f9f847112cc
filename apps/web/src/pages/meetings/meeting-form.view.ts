import { type CalendarDate, contains, readCalendarDate } from '@lib/kernel';
import { MEETING_KINDS } from '@lib/meetings';
import type { AuthorityInTime, MeetingRecord } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { typed as typedDay } from '../../http/form-days.js';
import { isEmpty, MeetingCorrectionForm, type MeetingForm, type TypedAttendee } from './meeting.form.js';
import { MEETING_WORDS } from './meeting-words.js';

/** The form for a meeting: boxes for people under each authority that was one on the day, always one of them empty. */
export function meetingFormView(
  form: MeetingForm,
  attendees: readonly TypedAttendee[],
  given: {
    readonly authorities: readonly AuthorityInTime[];
    readonly today: CalendarDate;
    readonly more?: boolean;
    readonly errors?: readonly PageError[];
  },
) {
  const { authorities, today, more = false, errors = [] } = given;
  const day = readCalendarDate(form.heldOn) ?? today;
  let next = Math.max(-1, ...attendees.map(({ key }) => Number(key.slice(1)))) + 1;
  const shown = authorities.filter(
    ({ id, membership }) =>
      contains(membership, day) || attendees.some((one) => one.authorityId === id && !isEmpty(one)),
  );
  return {
    form,
    errors,
    kinds: MEETING_KINDS.map((value) => ({ value, text: MEETING_WORDS[value] })),
    authorities: shown.map(({ id, name }) => {
      const own = attendees.filter(({ authorityId }) => authorityId === id);
      // Where somebody is entered already, there may be others.
      const isRoomWanted = more && !own.every(isEmpty);
      const added = isRoomWanted || !own.some(isEmpty) ? [emptyAttendee(`r${next++}`, id)] : [];
      return { id, name, rows: [...own, ...added] };
    }),
  };
}

/** What a record says, as it would have been typed, to be put right. */
export function typedMeeting(meeting: MeetingRecord): {
  form: MeetingCorrectionForm;
  attendees: TypedAttendee[];
} {
  const { kind, heldOn, place, discussed, publicAt, attendance } = meeting;
  const people = attendance.flatMap(({ authorityId, people: own }) =>
    own.map((person) => ({ authorityId, ...person })),
  );
  return {
    form: Object.assign(new MeetingCorrectionForm(), {
      ...{ kind, heldOn: typedDay(heldOn), place, discussed, publicAt: publicAt ?? '' },
    }),
    attendees: people.map((person, index) => ({ key: `r${index}`, ...person })),
  };
}

function emptyAttendee(key: string, authorityId: string): TypedAttendee {
  return { key, authorityId, name: '', post: '', isSenior: false };
}
