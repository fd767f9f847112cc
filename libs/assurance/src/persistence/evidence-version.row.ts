import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence_version')
export class EvidenceVersionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  evidenceId: string;

  @Column('integer')
  number: number;

  @Column('text')
  kind: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  mediaType: string | null;

  @Column('integer', { nullable: true })
  size: number | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { nullable: true })
  link: string | null;

  @Column('text', { nullable: true })
  recordKind: string | null;

  @Column('uuid', { nullable: true })
  recordId: string | null;

  @Column('date')
  coversFrom: string;

  @Column('date')
  coversUntil: string;

  @Column('date', { nullable: true })
  expiresOn: string | null;

  @Column('text')
  words: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
