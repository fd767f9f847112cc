import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('measure_component')
export class MeasureComponentRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  definitionId: string;

  /** From 1; what a percentage and a gap are worked out from has an order. */
  @PrimaryColumn('smallint')
  position: number;

  @Column('uuid')
  componentId: string;
}
