import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_version')
export class PlanVersionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planId: string;

  @Column('integer')
  number: number;

  @Column('text')
  state: string;

  @Column('date', { nullable: true })
  inForceFrom: string | null;

  @Column('date', { nullable: true })
  inForceUntil: string | null;

  @Column('text')
  source: string;

  @Column('integer')
  edits: number;
}
