import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence_obligation')
export class EvidenceObligationRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  evidenceId: string;

  @Column('text')
  reference: string;

  @Column('text')
  bearer: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
