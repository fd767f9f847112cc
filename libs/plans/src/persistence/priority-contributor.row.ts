import { Entity, PrimaryColumn } from 'typeorm';

@Entity('priority_contributor')
export class PriorityContributorRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  wordingId: string;

  @PrimaryColumn('uuid')
  authorityId: string;
}
