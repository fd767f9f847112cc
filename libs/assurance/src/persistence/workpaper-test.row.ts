import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workpaper_test')
export class WorkpaperTestRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  workpaperId: string;

  @Column('uuid')
  figureId: string;

  @Column('numeric')
  reported: string;

  /** Null of what could not be tested. */
  @Column('numeric', { nullable: true })
  obtained: string | null;

  @Column('numeric', { nullable: true })
  difference: string | null;

  /** Of the extract as it was then; null of a figure without one. */
  @Column('text', { nullable: true })
  extractSha256: string | null;

  @Column('text')
  words: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
