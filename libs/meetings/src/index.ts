export {
  type Attendee,
  LONGEST_DISCUSSION,
  LONGEST_NAME,
  MEETING_KINDS,
  type MeetingKind,
} from './domain/meeting.js';
export { MeetingsModule } from './meetings.module.js';
export { RecordMeeting, type RecordMeetingCommand } from './use-cases/record-meeting.js';
export { WithdrawMeeting, type WithdrawMeetingCommand } from './use-cases/withdraw-meeting.js';
