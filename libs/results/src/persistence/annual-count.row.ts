import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('annual_count')
export class AnnualCountRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  @Column('integer')
  financialYear: number;

  @Column('numeric')
  count: string;

  @Column('numeric')
  lowest: string;

  @Column('numeric')
  highest: string;

  @Column('text')
  exactness: string;

  @Column('text')
  source: string;

  @Column('text')
  release: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
