import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('priority_senior_person')
export class PrioritySeniorPersonRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  priorityId: string;

  @Column('text')
  name: string;

  @Column('text')
  post: string;

  @Column('date')
  fromOn: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
