import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_finding')
export class PlanFindingRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planVersionId: string;

  @Column('uuid')
  identityId: string;

  @Column('text')
  source: string;

  @Column('text')
  document: string;

  @Column('date')
  foundOn: string;

  @Column('text')
  wording: string;

  @Column('text')
  publication: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
