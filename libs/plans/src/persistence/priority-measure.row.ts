import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('priority_measure')
export class PriorityMeasureRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planVersionId: string;

  @Column('uuid')
  priorityId: string;

  @Column('uuid')
  measureId: string;

  @Column('integer')
  number: number;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
