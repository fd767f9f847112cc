import type { StatusRuleSet } from '@lib/performance';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('measure_status_rules')
export class MeasureStatusRulesRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  /** The rules themselves, in order: a choice keeps what was chosen, whatever becomes of the ready-made sets. */
  @Column('jsonb')
  ruleSet: StatusRuleSet;

  @Column('text')
  reason: string;

  @Column('uuid')
  chosenBy: string;

  @Column('timestamptz')
  chosenAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
