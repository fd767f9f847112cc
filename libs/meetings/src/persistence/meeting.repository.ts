import { DomainError, type Id, isId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { WrittenMeeting } from '../domain/meeting.js';
import { MeetingAttendeeRow } from './meeting-attendee.row.js';
import { MeetingRow } from './meeting.row.js';

/** Which record a meeting puts right, and why. */
export interface Correction {
  readonly meetingId: Id;
  readonly reason: string;
}

/** Meetings with who attended them. A row is never changed: another takes its place, or it is taken back. */
@Injectable()
export class MeetingRepository {
  async add(
    tx: Tx,
    partnershipId: Id,
    { attendees, ...meeting }: WrittenMeeting & { readonly id: Id },
    insteadOf: Correction | null,
    { by, at }: { readonly by: Id; readonly at: Date },
  ): Promise<void> {
    await tx.rows(MeetingRow).insert({
      ...{ partnershipId, ...meeting },
      ...{ supersedesId: insteadOf?.meetingId ?? null, reason: insteadOf?.reason ?? null },
      ...{ recordedBy: by, recordedAt: at },
    });
    if (attendees.length > 0)
      await tx.rows(MeetingAttendeeRow).insert(
        attendees.map((attendee, index) => ({
          ...{ partnershipId, meetingId: meeting.id, number: index + 1, ...attendee },
        })),
      );
  }

  /**
   * Ends a record that stands. Of two who do so at once the second is told.
   *
   * @returns what it was about
   * @throws DomainError `not-found`; `meetings.changed-meanwhile` where it does not stand any more
   */
  async end(tx: Tx, partnershipId: Id, id: Id, at: Date): Promise<{ kind: string; heldOn: string }> {
    const rows = tx.rows(MeetingRow);
    const meeting = isId(id) ? await rows.findOneBy({ partnershipId, id }) : null;
    if (!meeting) throw notFound('meeting');
    const ended = await rows.update({ partnershipId, id, supersededAt: IsNull() }, { supersededAt: at });
    if (ended.affected !== 1)
      throw new DomainError(
        'conflict',
        'meetings.changed-meanwhile',
        'Somebody else put this record right or took it back after you opened it. Go to the meetings and look at what they say now.',
      );
    return meeting;
  }
}
