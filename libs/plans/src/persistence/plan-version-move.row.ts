import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_version_move')
export class PlanVersionMoveRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planVersionId: string;

  @Column('integer')
  number: number;

  @Column('text')
  state: string;

  @Column('date', { nullable: true })
  adoptedOn: string | null;

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @Column('date', { nullable: true })
  inForceFrom: string | null;

  @Column('date', { nullable: true })
  inForceUntil: string | null;

  @Column('boolean', { nullable: true })
  nothingChanged: boolean | null;

  /** Why a draft was discarded; null for every other move. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
