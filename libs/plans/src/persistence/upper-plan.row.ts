import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('upper_plan')
export class UpperPlanRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  owner: string;

  @Column('date')
  inForceFrom: string;

  @Column('date', { nullable: true })
  inForceUntil: string | null;

  @Column('uuid', { nullable: true })
  succeedsId: string | null;

  @Column('text')
  source: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
