import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('published_summary')
export class PublishedSummaryRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planVersionId: string;

  @Column('date')
  publishedOn: string;

  @Column('text')
  publicAt: string;

  @Column('text')
  forms: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
