import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId } from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireMeeting, requireReason, tidied, type WrittenMeeting } from '../domain/meeting.js';
import { type Correction, MeetingRepository } from '../persistence/meeting.repository.js';

export interface RecordMeetingCommand extends WrittenMeeting {
  readonly partnershipId: Id;
  /** The record that this one takes the place of, and what was wrong with it; null for a meeting not yet recorded. */
  readonly insteadOf: Correction | null;
}

/** Records a meeting with who attended it for each authority, or puts the record of one right. */
@Injectable()
export class RecordMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: PartnershipDirectory,
    private readonly meetings: MeetingRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the new record */
  execute(actor: Actor, command: RecordMeetingCommand, once?: Once): Promise<Id> {
    const { partnershipId, insteadOf, ...written } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'duties.record', { partnershipId });
        const meeting = { ...tidied(written), id: newId() };
        const members = await this.directory.membersOn(tx, partnershipId, meeting.heldOn);
        const nameOf = new Map(members.map(({ id, name }) => [id, name]));
        requireMeeting(meeting, { members: new Set(nameOf.keys()), today: this.clock.today() });
        const recorded = { by: actor.personId, at: this.clock.now() };
        const correction = insteadOf && { ...insteadOf, reason: insteadOf.reason.trim() };
        if (correction) {
          requireReason(correction.reason);
          await this.meetings.end(tx, partnershipId, correction.meetingId, recorded.at);
        }
        await this.meetings.add(tx, partnershipId, meeting, correction, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'MeetingRecorded',
          subjectId: meeting.id,
          data: {
            ...{ kind: meeting.kind, heldOn: meeting.heldOn, place: meeting.place },
            ...{ discussed: meeting.discussed, publicAt: meeting.publicAt },
            attendees: meeting.attendees.map(({ authorityId, name, post, isSenior }) => ({
              ...{ authority: nameOf.get(authorityId)!, name, post, senior: isSenior ? 'yes' : 'no' },
            })),
            ...{ insteadOf: correction?.meetingId ?? null, reason: correction?.reason ?? null },
          },
        });
        return meeting.id;
      },
      once,
    );
  }
}
