import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reporting_quarter')
export class ReportingQuarterRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('date')
  firstDay: string;

  @Column('date')
  dueOn: string;

  @Column('date')
  statutoryDueOn: string;

  @Column('timestamptz')
  openedAt: Date;
}
