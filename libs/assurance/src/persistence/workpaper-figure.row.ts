import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workpaper_figure')
export class WorkpaperFigureRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  workpaperId: string;

  @PrimaryColumn('uuid')
  figureId: string;

  @Column('integer')
  position: number;
}
