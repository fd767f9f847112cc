import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence_state')
export class EvidenceStateRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  evidenceId: string;

  @Column('uuid', { nullable: true })
  versionId: string | null;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
