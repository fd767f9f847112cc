import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('return_draft_value')
export class ReturnDraftValueRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  lineId: string;

  @Column('text')
  kind: string;

  @Column('numeric', { nullable: true })
  value: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('date', { nullable: true })
  expectedOn: string | null;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { nullable: true })
  release: string | null;

  @Column('numeric', { array: true, nullable: true })
  months: string[] | null;

  @Column('date', { nullable: true })
  extractedOn: string | null;

  @Column('text', { nullable: true })
  finality: string | null;

  @Column('text', { nullable: true })
  standing: string | null;

  @Column('uuid', { nullable: true })
  extractId: string | null;

  /** Why what the checks found is right all the same. */
  @Column('text', { nullable: true })
  rightBecause: string | null;

  @Column('uuid')
  enteredBy: string;

  @Column('timestamptz')
  enteredAt: Date;
}
