import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('chart_mark')
export class ChartMarkRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  @Column('date')
  quarterFirstDay: string;

  @Column('text')
  kind: string;

  @Column('text')
  words: string;

  @Column('text', { nullable: true })
  approvedBy: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
