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
  adoptedOn: string | null;

  @Column('text', { nullable: true })
  decision: string | null;

  @Column('date')
  inForceFrom: string;

  @Column('date', { nullable: true })
  inForceUntil: string | null;

  @Column('text')
  source: string;
}
