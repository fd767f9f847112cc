import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('partnership')
export class PartnershipRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  areaName: string;

  @Column('text')
  localPolicingBody: string;

  @Column('text')
  brandColour: string;

  @Column('text')
  nation: string;

  @Column('text')
  council: string;

  @Column('text')
  policingBody: string;

  @Column('text')
  fireAuthority: string;

  @Column('text', { array: true })
  pilots: string[];

  @Column('date')
  dutiesSince: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
