import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('quarter_reopening')
export class QuarterReopeningRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('date')
  quarterFirstDay: string;

  @Column('uuid')
  authorityId: string;

  @Column('text')
  reason: string;

  @Column('date')
  expiresOn: string;

  @Column('uuid')
  reopenedBy: string;

  @Column('timestamptz')
  reopenedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
