import { may } from '@lib/access';
import type { Actor } from '@lib/kernel';
import { WithdrawMeeting } from '@lib/meetings';
import type { Partnership } from '@lib/partnerships';
import { AsAt, type MeetingRecord, MeetingsQuery } from '@lib/reporting';
import { formatDate, type PageError } from '@lib/ui';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Access, CurrentActor, CurrentPartnership } from '../../http/access.js';
import { readForm } from '../../http/form.js';
import { AS_AT, datedPage, type PageDay, ReadPageDay } from '../../http/page-day.js';
import { Page, SeeOther } from '../../http/page.js';
import { type Paths, pathsOf } from '../../http/paths.js';
import { ReasonForm } from '../../http/reason.form.js';
import { MEETING_WORDS } from './meeting-words.js';
import { meetingsView, meetingView } from './meetings.view.js';

/** Meetings with who attended them, and the end of a record that was made by mistake. */
@Controller('partnerships/:partnership/meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsQuery,
    private readonly withdrawMeeting: WithdrawMeeting,
  ) {}

  @Get()
  @Access('performance.view')
  async list(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const meetings = await this.meetings.run(actor, id, AsAt.endOf(day.asAt));
    const mayRecord = day.asAt === null && may(actor, 'duties.record', { partnershipId: id });
    const view = meetingsView(meetings, pathsOf(slug, day.asAt), mayRecord);
    return datedPage('pages/meetings/meetings.njk', view, day, { nowHref: pathsOf(slug).meetings() });
  }

  @Get(':meetingId')
  @Access('performance.view')
  async show(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('meetingId') meetingId: string,
    @Query(AS_AT, ReadPageDay) day: PageDay,
  ) {
    const meeting = await this.meetings.one(actor, id, meetingId, AsAt.endOf(day.asAt));
    const view = meetingView(meeting, pathsOf(slug, day.asAt), {
      mayRecord: day.asAt === null && may(actor, 'duties.record', { partnershipId: id }),
      mayReadTrail: may(actor, 'audit-trail.view', { partnershipId: id }),
    });
    return datedPage('pages/meetings/meeting.njk', view, day, { nowHref: pathsOf(slug).meeting(meetingId) });
  }

  @Get(':meetingId/withdrawal')
  @Access('duties.record')
  async askWithdrawal(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('meetingId') meetingId: string,
  ) {
    return withdrawalPage(await this.meetings.one(actor, id, meetingId), pathsOf(slug));
  }

  @Post(':meetingId/withdrawal')
  @Access('duties.record')
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentPartnership() { id, slug }: Partnership,
    @Param('meetingId') meetingId: string,
    @Body() body: unknown,
  ) {
    const { form, errors } = readForm(ReasonForm, body);
    if (errors) {
      const meeting = await this.meetings.one(actor, id, meetingId);
      return withdrawalPage(meeting, pathsOf(slug), { errors, reason: form.reason });
    }
    await this.withdrawMeeting.execute(actor, { partnershipId: id, meetingId, reason: form.reason });
    return new SeeOther(pathsOf(slug).meetings(), 'The record is taken back. It proves nothing any more.');
  }
}

function withdrawalPage(
  { id, kind, heldOn, place }: MeetingRecord,
  paths: Paths,
  answer?: { errors: readonly PageError[]; reason: string },
): Page {
  return new Page(
    'layouts/reason-page.njk',
    {
      pageTitle: 'Take back the record of a meeting',
      backLink: { href: paths.meeting(id), text: 'Back to the meeting' },
      formAction: paths.meetingWithdrawal(id),
      explanation: `${MEETING_WORDS[kind]}, ${formatDate(heldOn)}, ${place}. Take it back where there was no such meeting; where something in it is wrong, put it right instead. It is kept in the records.`,
      ...answer,
    },
    answer ? 422 : 200,
  );
}
