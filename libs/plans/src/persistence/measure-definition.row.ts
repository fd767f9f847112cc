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

  @Column('text', { nullable: true })
  numerator: string | null;

  @Column('text', { nullable: true })
  denominator: string | null;

  @Column('text', { nullable: true })
  inclusions: string | null;

  @Column('text', { nullable: true })
  exclusions: string | null;

  @Column('text', { nullable: true })
  caveats: string | null;

  @Column('text', { nullable: true })
  publicationLag: string | null;

  @Column('text', { nullable: true })
  ownerPost: string | null;

  @Column('boolean', { nullable: true })
  comparable: boolean | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  approvedBy: string | null;

  /** Null for what was recorded before this was kept. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}
