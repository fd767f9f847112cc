import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('priority_wording')
export class PriorityWordingRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planVersionId: string;

  @Column('uuid')
  priorityId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  narrative: string | null;

  @Column('uuid', { nullable: true })
  leadAuthorityId: string | null;

  @Column('text')
  publication: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
