import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('measure')
export class MeasureRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('uuid')
  authorityId: string;

  /** Null for a measure that was not made from the catalogue. */
  @Column('text', { nullable: true })
  catalogueKey: string | null;
}
