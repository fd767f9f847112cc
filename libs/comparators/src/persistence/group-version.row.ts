import type { CalendarDate } from '@lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('comparator_group_version')
export class GroupVersionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  groupId: string;

  @Column('date')
  inForceFrom: CalendarDate;

  @Column('boolean')
  ends: boolean;

  @Column('text')
  reason: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
