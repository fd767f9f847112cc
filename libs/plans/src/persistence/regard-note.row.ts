import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('regard_note')
export class RegardNoteRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  priorityId: string;

  @Column('uuid')
  upperPlanId: string;

  @Column('date')
  regardedOn: string;

  @Column('text')
  regardedBy: string;

  @Column('text')
  wording: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
