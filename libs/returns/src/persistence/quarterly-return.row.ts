import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('quarterly_return')
export class QuarterlyReturnRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  authorityId: string;

  @Column('uuid')
  formId: string;

  @Column('uuid')
  formVersionId: string;

  @Column('date')
  quarterFirstDay: string;

  @Column('integer')
  revision: number;

  @Column('text')
  state: string;

  @Column('integer')
  version: number;

  @Column('timestamptz')
  madeAt: Date;

  @Column('uuid', { nullable: true })
  restatesId: string | null;

  @Column('text', { nullable: true })
  restatementKind: string | null;

  @Column('text', { nullable: true })
  restatementReason: string | null;
}
