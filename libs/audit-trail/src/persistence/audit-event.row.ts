import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_event')
export class AuditEventRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  /** Without gaps within a partnership; set by the database, as are the hashes. */
  @PrimaryColumn('bigint')
  seq: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  actorId: string;

  @Column('text')
  type: string;

  @Column('uuid')
  subjectId: string;

  @Column('text')
  content: string;

  /** Taken out of the content by the database. */
  @Column('text')
  actorName: string;

  @Column('text')
  previousHash: string;

  @Column('text')
  hash: string;
}
