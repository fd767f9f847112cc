import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assurance_finding_entry')
export class AssuranceFindingEntryRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  findingId: string;

  /** 1, 2, 3… of the finding. */
  @Column('integer')
  number: number;

  @Column('text')
  move: string;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('text', { nullable: true })
  response: string | null;

  @Column('text', { nullable: true })
  action: string | null;

  @Column('text', { nullable: true })
  actionOwner: string | null;

  /** The last day for the answer, or for the action. */
  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
