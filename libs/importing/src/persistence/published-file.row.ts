import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FileState } from '../domain/published-file.js';

@Entity('published_file')
export class PublishedFileRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Null for a file that every partnership reads. */
  @Column('uuid', { nullable: true })
  loadedFor: string | null;

  @Column('text')
  name: string;

  @Column('bigint')
  size: string;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text')
  state: FileState;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { nullable: true })
  importer: string | null;

  /** What the importer recognised it as, in words. */
  @Column('text', { nullable: true })
  dialect: string | null;

  @Column('date', { nullable: true })
  releasedOn: string | null;

  @Column('date', { nullable: true })
  extractedOn: string | null;

  @Column('date', { nullable: true })
  coversFrom: string | null;

  @Column('date', { nullable: true })
  coversUntil: string | null;

  @Column('integer')
  rowsRead: number;

  @Column('bigint')
  bytesRead: string;

  @Column('integer')
  cells: number;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('text', { array: true })
  notes: string[];

  @Column('integer')
  attempt: number;

  @Column('timestamptz', { nullable: true })
  heartbeatAt: Date | null;

  @Column('uuid', { nullable: true })
  receivedBy: string | null;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;
}
