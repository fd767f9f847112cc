import { type Actor, Clock, type Id } from '@lib/kernel';
import { RecordMeeting } from '@lib/meetings';
import type { Partnership } from '@lib/partnerships';
import { type AuthorityInTime, MeetingsQuery } from '@lib/reporting';
import type { PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { besideItsBox, readDay } from '../../http/form-days.js';
import { Page, SeeOther } from '../../http/page.js';
import { pathsOf } from '../../http/paths.js';
import { CarriedOutOnce, type Once } from '../../http/request-key.js';
import {
  attendeesOf,
  MeetingCorrectionForm,
  MeetingForm,
  readMeeting,
  type TypedAttendee,
  type TypedMeeting,
} from './meeting.form.js';
import { meetingFormView, typedMeeting } from './meeting-form.view.js';

const BOX_OF = {
  'meetings.to-come': 'heldOn',
  'meetings.not-an-authority': 'heldOn',
  'meetings.public-at': 'publicAt',
  'meetings.attendee-twice': 'attendees',
};

/** The boxes above the people, as the page has them. */
const BOXES = ['kind', 'heldOn', 'place', 'discussed', 'publicAt'];

/** Records a meeting, or another record that puts one right. Boxes for more people come from the server: no script. */
@Controller('partnerships/:partnership/meetings')
export class MeetingRecordController {
  constructor(
    private readonly meetings: MeetingsQuery,
    private readonly recordMeeting: RecordMeeting,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Access('duties.record')
  async ask(@CurrentActor() actor: Actor, @CurrentPartnership() { id, slug }: Partnership) {
    const authorities = await this.meetings.authorities(actor, id);
    return this.page(frameOf(slug, null), new MeetingForm(), [], { authorities });
  }

  @Post('new')
  @Access('duties.record')
  async record(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    const authorities = await this.meetings.authorities(actor, partnership.id);
    const typed = readMeeting(MeetingForm, body, idsOf(authorities));
    return this.carryOut(actor, partnership, { typed, authorities, insteadOf: null, once });
  }

  @Get(':meetingId/correction')
  @Access('duties.record')
  async askCorrection(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('meetingId') meetingId: string,
  ) {
    const { form, attendees } = typedMeeting(await this.meetings.one(actor, id, meetingId));
    const authorities = await this.meetings.authorities(actor, id);
    return this.page(frameOf(slug, meetingId), form, attendees, { authorities });
  }

  @Post(':meetingId/correction')
  @Access('duties.record')
  async correct(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() partnership: Partnership,
    @Param('meetingId') meetingId: string,
    @Body() body: unknown,
    @CarriedOutOnce() once?: Once,
  ) {
    // One that is not there is said to be so before anything is asked about the form.
    await this.meetings.one(actor, partnership.id, meetingId);
    const authorities = await this.meetings.authorities(actor, partnership.id);
    const typed = readMeeting(MeetingCorrectionForm, body, idsOf(authorities));
    const insteadOf = { meetingId, reason: typed.form.reason };
    return this.carryOut(actor, partnership, { typed, authorities, insteadOf, once });
  }

  private async carryOut(
    actor: Actor,
    { id: partnershipId, slug }: Partnership,
    given: {
      readonly typed: TypedMeeting<MeetingForm>;
      readonly authorities: readonly AuthorityInTime[];
      readonly insteadOf: { readonly meetingId: Id; readonly reason: string } | null;
      readonly once: Once | undefined;
    },
  ) {
    const { typed, authorities, insteadOf, once } = given;
    const { form, attendees, more } = typed;
    const frame = frameOf(slug, insteadOf?.meetingId ?? null);
    const again = (errors: readonly PageError[]) =>
      this.page(frame, form, attendees, { authorities, more, errors });
    if (more) return again([]);
    const day = readDay(form.heldOn, 'heldOn', 'The day it was held');
    const errors = 'error' in day ? inOrder([day.error, ...typed.errors]) : inOrder(typed.errors);
    const { kind, place, discussed, publicAt } = form;
    if (errors.length > 0 || 'error' in day || kind === '') return again(errors);
    try {
      const id = await this.recordMeeting.execute(
        actor,
        {
          ...{ partnershipId, kind, heldOn: day.date, place, discussed, publicAt, insteadOf },
          attendees: attendeesOf(attendees),
        },
        once,
      );
      return new SeeOther(pathsOf(slug).meeting(id), 'The meeting is recorded.');
    } catch (error) {
      return again(besideItsBox(error, BOX_OF));
    }
  }

  private page(
    frame: ReturnType<typeof frameOf>,
    form: MeetingForm,
    attendees: readonly TypedAttendee[],
    given: { authorities: readonly AuthorityInTime[]; more?: boolean; errors?: readonly PageError[] },
  ): Page {
    const view = meetingFormView(form, attendees, { ...given, today: this.clock.today() });
    return new Page(
      'pages/meetings/meeting-form.njk',
      { ...frame, ...view },
      view.errors.length > 0 ? 422 : 200,
    );
  }
}

/** @param meetingId the record to put right; null for a meeting not yet recorded */
function frameOf(slug: string, meetingId: Id | null) {
  const paths = pathsOf(slug);
  return meetingId === null
    ? {
        pageTitle: 'Record a meeting',
        backLink: { href: paths.meetings(), text: 'Back to the meetings' },
        formAction: paths.newMeeting(),
        isCorrection: false,
      }
    : {
        pageTitle: 'Put the record of a meeting right',
        backLink: { href: paths.meeting(meetingId), text: 'Back to the meeting' },
        formAction: paths.meetingCorrection(meetingId),
        isCorrection: true,
      };
}

/** What is wrong, in the order of the page; what is wrong with people follows in theirs, and the reason comes last. */
function inOrder(errors: readonly PageError[]): PageError[] {
  const placeOf = ({ href }: PageError) => {
    if (href === '#reason') return BOXES.length + 1;
    const place = BOXES.indexOf(href?.slice(1) ?? '');
    return place >= 0 ? place : BOXES.length;
  };
  return [...errors].sort((one, other) => placeOf(one) - placeOf(other));
}

function idsOf(authorities: readonly AuthorityInTime[]): Set<Id> {
  return new Set(authorities.map(({ id }) => id));
}
