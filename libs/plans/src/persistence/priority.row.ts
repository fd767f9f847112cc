import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('priority')
export class PriorityRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planId: string;
}
