import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('meeting_attendee')
export class MeetingAttendeeRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  meetingId: string;

  /** From 1, in the order in which they were entered. */
  @PrimaryColumn('integer')
  number: number;

  @Column('uuid')
  authorityId: string;

  @Column('text')
  name: string;

  @Column('text')
  post: string;

  @Column('boolean')
  isSenior: boolean;
}
