import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence_file')
export class EvidenceFileRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  versionId: string;

  @Column('text')
  sha256: string;

  @Column('bytea', { select: false })
  bytes: Buffer;
}
