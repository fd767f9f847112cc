import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('meeting')
export class MeetingRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('date')
  heldOn: string;

  @Column('text')
  place: string;

  @Column('text')
  discussed: string;

  @Column('text', { nullable: true })
  publicAt: string | null;

  /** The record that this one puts right, and why; null for a first one. */
  @Column('uuid', { nullable: true })
  supersedesId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
