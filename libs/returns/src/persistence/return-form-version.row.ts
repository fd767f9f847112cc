import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('return_form_version')
export class ReturnFormVersionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  formId: string;

  @Column('integer')
  number: number;

  @Column('date')
  appliesFrom: string;

  @Column('text')
  reason: string;

  /** Null for what was taken over from before there were forms. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}
