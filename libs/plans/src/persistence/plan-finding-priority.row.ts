import { Entity, PrimaryColumn } from 'typeorm';

@Entity('plan_finding_priority')
export class PlanFindingPriorityRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  findingId: string;

  @PrimaryColumn('uuid')
  priorityId: string;
}
