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

  @Column('uuid')
  enteredBy: string;

  @Column('timestamptz')
  enteredAt: Date;
}
