import { calendarDate, newId } from '@lib/kernel';
import { type Attendee, requireMeeting, requireReason, tidied, type WrittenMeeting } from './meeting.js';

const [COUNCIL, POLICE, STRANGER] = [newId(), newId(), newId()];
const TODAY = calendarDate('2026-11-23');
const DAY_OF = { members: new Set([COUNCIL, POLICE]), today: TODAY };

const delia: Attendee = { authorityId: COUNCIL, name: 'Delia Example', post: 'Director', isSenior: true };
const meeting: WrittenMeeting = {
  kind: 'public-meeting',
  heldOn: calendarDate('2026-06-09'),
  place: 'The Guildhall',
  discussed: 'Burglary',
  publicAt: 'https://www.kingston.example/meetings',
  attendees: [delia],
};
const refusalOf = (change: Partial<WrittenMeeting>) => {
  try {
    requireMeeting({ ...meeting, ...change }, DAY_OF);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a meeting as it is written down', () => {
  it.each<[string, Partial<WrittenMeeting>]>([
    ['as it is', {}],
    ['held today', { heldOn: TODAY }],
    ['that nobody attended', { attendees: [] }],
    ['that was not made public', { publicAt: null }],
    [
      'of two of the same name, of two authorities',
      { attendees: [delia, { ...delia, authorityId: POLICE }] },
    ],
    ['with as many words as it can have', { discussed: 'x'.repeat(2000) }],
  ])('is taken %s', (_what, change) => expect(refusalOf(change)).toBeNull());

  it.each<[string, string, Partial<WrittenMeeting>]>([
    ['on a day to come', 'to-come', { heldOn: calendarDate('2026-11-24') }],
    ['nowhere', 'place', { place: '' }],
    ['in too many words', 'place', { place: 'x'.repeat(201) }],
    ['of nothing', 'discussed', { discussed: '' }],
    ['of too much', 'discussed', { discussed: 'x'.repeat(2001) }],
    ['made public by a script', 'public-at', { publicAt: 'javascript:alert(1)' }],
    ['with somebody without a name', 'attendee', { attendees: [{ ...delia, name: '' }] }],
    ['with somebody without a post', 'attendee', { attendees: [{ ...delia, post: '' }] }],
    ['with a name that is a text', 'attendee', { attendees: [{ ...delia, name: 'x'.repeat(201) }] }],
    [
      'with somebody of no authority of the day',
      'not-an-authority',
      { attendees: [{ ...delia, authorityId: STRANGER }] },
    ],
    ['with somebody twice', 'attendee-twice', { attendees: [delia, { ...delia, name: 'delia example' }] }],
  ])('is refused %s', (_what, reason, change) => expect(refusalOf(change)).toBe(`meetings.${reason}`));

  it('is tidied: spaces around words are no words, and no address is none', () => {
    const typed = {
      ...meeting,
      place: ' The Guildhall ',
      publicAt: ' ',
      attendees: [{ ...delia, name: ' Delia Example' }],
    };
    expect(tidied(typed)).toEqual({ ...meeting, publicAt: null });
  });

  it.each(['', '   ', 'x'.repeat(501)])('is not put right or taken back without a reason: %j', (reason) =>
    expect(() => requireReason(reason)).toThrow(expect.objectContaining({ code: 'meetings.reason' })),
  );
});
