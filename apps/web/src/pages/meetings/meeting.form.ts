import type { Id } from '@lib/kernel';
import {
  type Attendee,
  LONGEST_DISCUSSION,
  LONGEST_NAME,
  MEETING_KINDS,
  type MeetingKind,
} from '@lib/meetings';
import type { PageError } from '@lib/ui';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { isRecord, readForm, unknownField } from '../../http/form.js';
import { screen } from '../../http/screening.js';
import { FreeText } from '../../http/free-text.js';

export class MeetingForm {
  @IsIn(MEETING_KINDS, { message: 'Select what kind of meeting it was' })
  kind: MeetingKind | '' = '';

  @MaxLength(30, { message: 'The day it was held must be a real date, like 31 3 2027' })
  heldOn = '';

  @FreeText('The place')
  @MaxLength(LONGEST_NAME, { message: `The place must be ${LONGEST_NAME} characters or fewer` })
  @Matches(/\S/, { message: 'Say where it was held' })
  place = '';

  @FreeText('What was discussed')
  @MaxLength(LONGEST_DISCUSSION, {
    message: `What was discussed must be ${LONGEST_DISCUSSION} characters or fewer`,
  })
  @Matches(/\S/, { message: 'Say what was discussed' })
  discussed = '';

  @MaxLength(500, { message: 'The address must be 500 characters or fewer' })
  publicAt = '';
}

/** The same, with what was wrong before. */
export class MeetingCorrectionForm extends MeetingForm {
  @FreeText('The reason')
  @MaxLength(500, { message: 'The reason must be 500 characters or fewer' })
  @Matches(/\S/, { message: 'Say what was wrong, in a few words' })
  reason = '';
}

/** The boxes for one person who attended, as they were typed. */
export interface TypedAttendee {
  /** Which boxes they are: `r0` and so on. */
  readonly key: string;
  readonly authorityId: Id;
  readonly name: string;
  readonly post: string;
  readonly isSenior: boolean;
}

export interface TypedMeeting<Form> {
  readonly form: Form;
  readonly attendees: readonly TypedAttendee[];
  /** Whether the page is asked for again with room for more people, instead of recording anything. */
  readonly more: boolean;
  readonly errors: readonly PageError[];
}

/**
 * Reads a meeting with its people. Boxes that are left empty are nobody.
 *
 * @param authorityIds of every authority there is or was: boxes for another are refused with 400
 */
export function readMeeting<Form extends MeetingForm>(
  type: new () => Form,
  body: unknown,
  authorityIds: ReadonlySet<Id>,
): TypedMeeting<Form> {
  const { attendees = {}, action, ...rest } = isRecord(body) ? body : {};
  const { form, errors } = readForm(type, rest);
  const typed = readAttendees(attendees, authorityIds);
  const problems = [...(errors ?? []), ...typed.flatMap(problemsOf)];
  return { form, attendees: typed, more: action === 'more', errors: problems };
}

/** Who attended, of the boxes that are filled in. */
export function attendeesOf(typed: readonly TypedAttendee[]): Attendee[] {
  return typed
    .filter((one) => !isEmpty(one))
    .map(({ authorityId, name, post, isSenior }) => ({ authorityId, name, post, isSenior }));
}

export function isEmpty({ name, post }: TypedAttendee): boolean {
  return name.trim() === '' && post.trim() === '';
}

function readAttendees(attendees: unknown, authorityIds: ReadonlySet<Id>): TypedAttendee[] {
  if (!isRecord(attendees)) throw unknownField('attendees');
  return Object.entries(attendees).map(([key, boxes]) => {
    if (!/^r\d{1,3}$/.test(key) || !isRecord(boxes)) throw unknownField(`attendees[${key}]`);
    const { authority, name = '', post = '', senior, ...rest } = boxes;
    for (const other of Object.keys(rest)) throw unknownField(`attendees[${key}][${other}]`);
    if (typeof authority !== 'string' || !authorityIds.has(authority))
      throw unknownField(`attendees[${key}][authority]`);
    if (typeof name !== 'string' || typeof post !== 'string') throw unknownField(`attendees[${key}]`);
    return { key, authorityId: authority, name, post, isSenior: senior === 'yes' };
  });
}

function problemsOf(typed: TypedAttendee): PageError[] {
  if (isEmpty(typed)) return [];
  const { key, name, post } = typed;
  return [
    ...problemIn(
      `attendee-${key}-name`,
      'A name',
      name,
      `Enter the name of the person who is ${post.trim()}`,
    ),
    ...problemIn(`attendee-${key}-post`, 'A post', post, `Enter the post that ${name.trim()} holds`),
  ];
}

function problemIn(box: string, called: string, words: string, whenMissing: string): PageError[] {
  if (words.trim() === '') return [{ text: whenMissing, href: `#${box}` }];
  if (words.trim().length > LONGEST_NAME)
    return [{ text: `Names and posts must be ${LONGEST_NAME} characters or fewer`, href: `#${box}` }];
  const flagged = screen(called, words);
  return flagged === null ? [] : [{ text: flagged, href: `#${box}` }];
}
