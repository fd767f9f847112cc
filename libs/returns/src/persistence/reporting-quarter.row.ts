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

  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Column('date', { nullable: true })
  opensOn: string | null;

  @Column('date', { nullable: true })
  lastNewOn: string | null;

  @Column('date', { nullable: true })
  lastEditOn: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** Since when it stands like this; the database keeps how it stood before. */
  @Column('timestamptz')
  recordedAt: Date;
}
