import { Entity, PrimaryColumn } from 'typeorm';

@Entity('measure_component')
export class MeasureComponentRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  definitionId: string;

  @PrimaryColumn('uuid')
  componentId: string;
}
