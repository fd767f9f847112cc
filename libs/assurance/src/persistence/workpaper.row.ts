import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workpaper')
export class WorkpaperRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  objective: string;

  /** The first day of the first quarter, and that of the last. */
  @Column('date')
  firstQuarter: string;

  @Column('date')
  lastQuarter: string;

  @Column('integer')
  sampleSize: number;

  @Column('text')
  seed: string;

  @Column('integer')
  populationSize: number;

  @Column('text')
  populationSha256: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
