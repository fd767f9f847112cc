import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('measure_definition')
export class MeasureDefinitionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  @Column('integer')
  version: number;

  @Column('date')
  inForceFrom: string;

  @Column('date', { nullable: true })
  inForceUntil: string | null;

  @Column('text')
  name: string;

  @Column('text')
  unit: string;

  @Column('text')
  kind: string;

  @Column('text')
  direction: string;

  @Column('text')
  sensitivity: string;

  @Column('boolean')
  rollingTwelveMonths: boolean;

  @Column('text')
  countedBy: string;

  @Column('text')
  wording: string;

  @Column('text')
  source: string;

  @Column('timestamptz')
  recordedAt: Date;
}
