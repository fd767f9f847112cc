import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('measure_result')
export class MeasureResultRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  @Column('integer')
  financialYear: number;

  @Column('uuid', { nullable: true })
  targetId: string | null;

  @Column('text')
  ruleSet: string;

  @Column('jsonb')
  inputs: object;

  @Column('text')
  targetStatus: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('numeric', { nullable: true })
  yearToDate: string | null;

  @Column('integer')
  quartersHeld: number;

  @Column('numeric', { nullable: true })
  difference: string | null;

  @Column('timestamptz')
  computedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
