import { AuditTrailModule } from '@lib/audit-trail';
import { PartnershipsModule } from '@lib/partnerships';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeetingAttendeeRow } from './persistence/meeting-attendee.row.js';
import { MeetingRepository } from './persistence/meeting.repository.js';
import { MeetingRow } from './persistence/meeting.row.js';
import { RecordMeeting } from './use-cases/record-meeting.js';
import { WithdrawMeeting } from './use-cases/withdraw-meeting.js';

const USE_CASES = [RecordMeeting, WithdrawMeeting];

@Module({
  imports: [TypeOrmModule.forFeature([MeetingRow, MeetingAttendeeRow]), AuditTrailModule, PartnershipsModule],
  providers: [MeetingRepository, ...USE_CASES],
  exports: USE_CASES,
})
export class MeetingsModule {}
