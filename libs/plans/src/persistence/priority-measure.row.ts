import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('priority_measure')
export class PriorityMeasureRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  priorityId: string;

  @PrimaryColumn('uuid')
  measureId: string;

  @Column('integer')
  number: number;
}
