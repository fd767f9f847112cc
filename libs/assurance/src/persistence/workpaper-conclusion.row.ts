import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workpaper_conclusion')
export class WorkpaperConclusionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  workpaperId: string;

  @Column('text')
  words: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
