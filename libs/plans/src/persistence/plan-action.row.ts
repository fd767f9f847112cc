import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_action')
export class PlanActionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planVersionId: string;

  @Column('uuid')
  identityId: string;

  @Column('uuid')
  priorityId: string;

  @Column('text')
  wording: string;

  @Column('uuid')
  ownerId: string;

  @Column('date')
  dueOn: string;

  @Column('text')
  tier: string;

  @Column('text')
  publication: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
