import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('target')
export class TargetRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  @Column('uuid')
  definitionId: string;

  @Column('uuid')
  planVersionId: string;

  @Column('text')
  kind: string;

  @Column('text')
  wording: string;

  @Column('date')
  appliesFrom: string;

  @Column('date')
  appliesUntil: string;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  reductionPercent: string | null;

  @Column('date', { nullable: true })
  baselineFrom: string | null;

  @Column('date', { nullable: true })
  baselineUntil: string | null;

  @Column('numeric', { nullable: true })
  baselineValue: string | null;

  @Column('numeric', { nullable: true })
  baselineLowest: string | null;

  @Column('numeric', { nullable: true })
  baselineHighest: string | null;

  @Column('text', { nullable: true })
  baselineExactness: string | null;

  @Column('text', { nullable: true })
  baselineSource: string | null;

  @Column('text', { nullable: true })
  baselineRelease: string | null;

  @Column('numeric', { nullable: true })
  passMark: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  supersedesId: string | null;
}
