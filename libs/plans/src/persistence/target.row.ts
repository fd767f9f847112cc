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
  changePercent: string | null;

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

  @Column('uuid', { nullable: true })
  baselineDefinitionId: string | null;

  @Column('boolean')
  baselineRestated: boolean;

  @Column('numeric', { nullable: true })
  atLeast: string | null;

  @Column('numeric', { nullable: true })
  atMost: string | null;

  @Column('text')
  course: string;

  @Column('numeric', { array: true, nullable: true })
  courseParts: string[] | null;

  @Column('text', { nullable: true })
  courseReading: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  supersedesId: string | null;

  @Column('uuid', { nullable: true })
  decisionId: string | null;
}
