import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('duty_progress')
export class DutyProgressRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The key of an occurrence: `FIS-5/strategy-group/2026-04-01`. */
  @Column('text')
  occurrence: string;

  @Column('text')
  progress: string;

  @Column('date', { nullable: true })
  doneOn: string | null;

  @Column('text')
  words: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
