import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence_scan')
export class EvidenceScanRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  versionId: string;

  @Column('text')
  verdict: string;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}
