import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_assignment')
export class RoleAssignmentRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  role: string;

  @Column('uuid', { nullable: true })
  authorityId: string | null;

  @Column('timestamptz')
  heldFrom: Date;

  /** As it was given: what ends earlier keeps it. */
  @Column('timestamptz', { nullable: true })
  heldUntil: Date | null;

  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('text')
  reason: string;

  /** Whose role it is, where it is held for somebody who is away. */
  @Column('uuid', { nullable: true })
  delegatedFrom: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  /** When somebody ended it before its time, also before it had begun. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
