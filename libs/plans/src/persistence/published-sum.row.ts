import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('measure_published_sum')
export class PublishedSumRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  @Column('text')
  source: string;

  @Column('text', { array: true, nullable: true })
  means: string[] | null;

  @Column('text')
  areaCode: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
