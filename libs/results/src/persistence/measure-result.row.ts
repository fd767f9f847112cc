import type { MeasureFacts, MeasureInputs } from '@lib/performance';
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

  @Column('uuid')
  definitionId: string;

  @Column('uuid', { nullable: true })
  targetId: string | null;

  @Column('text')
  ruleSet: string;

  @Column('jsonb')
  inputs: MeasureInputs;

  @Column('jsonb')
  facts: MeasureFacts;

  @Column('text')
  targetStatus: string;

  @Column('text')
  sentence: string;

  @Column('timestamptz')
  computedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
