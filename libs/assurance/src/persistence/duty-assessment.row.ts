import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('duty_assessment')
export class DutyAssessmentRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  occurrence: string;

  @Column('boolean')
  applies: boolean;

  @Column('text')
  result: string;

  @Column('text')
  words: string;

  @Column('date')
  aboutFrom: string;

  @Column('date')
  aboutUntil: string;

  @Column('text')
  law: string;

  @Column('text')
  wording: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
