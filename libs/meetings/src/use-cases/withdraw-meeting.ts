import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireReason } from '../domain/meeting.js';
import { MeetingRepository } from '../persistence/meeting.repository.js';

export interface WithdrawMeetingCommand {
  readonly partnershipId: Id;
  readonly meetingId: Id;
  readonly reason: string;
}

/** Takes back a meeting that was recorded by mistake; it is kept, and the trail says who took it back and why. */
@Injectable()
export class WithdrawMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: MeetingRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, meetingId, reason }: WithdrawMeetingCommand): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.record', { partnershipId });
      requireReason(reason);
      const { kind, heldOn } = await this.meetings.end(tx, partnershipId, meetingId, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: 'MeetingWithdrawn',
        subjectId: meetingId,
        data: { kind, heldOn, reason: reason.trim() },
      });
    });
  }
}
