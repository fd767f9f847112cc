import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('source_extract')
export class SourceExtractRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  authorityId: string;

  @Column('text')
  name: string;

  @Column('integer')
  size: number;

  @Column('text')
  sha256: string;

  @Column('bytea', { select: false })
  bytes: Buffer;

  @Column('uuid')
  attachedBy: string;

  @Column('timestamptz')
  attachedAt: Date;
}
