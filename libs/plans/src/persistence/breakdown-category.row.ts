import { Entity, PrimaryColumn } from 'typeorm';

@Entity('breakdown_category')
export class BreakdownCategoryRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  breakdownId: string;

  @PrimaryColumn('uuid')
  measureId: string;
}
