import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('duty_happening')
export class DutyHappeningRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  trigger: string;

  @Column('date')
  happenedOn: string;

  @Column('text', { nullable: true })
  bearer: string | null;

  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('text')
  words: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
