import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence')
export class EvidenceRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('uuid', { nullable: true })
  authorityId: string | null;

  @Column('text')
  marking: string;

  @Column('text', { nullable: true })
  askedFor: string | null;

  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
