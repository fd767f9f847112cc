import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cross_check')
export class CrossCheckRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  partMeasureId: string;

  @Column('uuid')
  wholeMeasureId: string;

  @Column('text')
  severity: 'hard' | 'soft';

  @Column('text')
  whenMissing: 'skip' | 'ask';

  @Column('text')
  reason: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
