import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_bundle')
export class AuditBundleRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('date')
  fromDay: string;

  @Column('date')
  untilDay: string;

  @Column('uuid')
  requestedBy: string;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('text')
  state: string;

  /** How often it was begun. What a worker writes counts only while this is its own number. */
  @Column('integer')
  attempt: number;

  @Column('timestamptz', { nullable: true })
  heartbeatAt: Date | null;

  @Column('integer')
  sectionsDone: number;

  @Column('integer')
  sections: number;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('bigint', { nullable: true })
  lastEvent: string | null;

  @Column('bigint', { nullable: true })
  checkpointSeq: string | null;

  @Column('text', { nullable: true })
  keyId: string | null;

  @Column('bigint', { nullable: true })
  size: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { nullable: true })
  failure: string | null;
}
