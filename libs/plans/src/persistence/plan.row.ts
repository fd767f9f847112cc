import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan')
export class PlanRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;
}
