import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('return_line')
export class ReturnLineRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  returnId: string;

  @Column('integer')
  number: number;

  @Column('uuid')
  measureId: string;

  @Column('uuid')
  definitionId: string;

  @Column('uuid', { nullable: true })
  targetId: string | null;

  @Column('text')
  label: string;

  @Column('text')
  unit: string;

  @Column('text')
  wording: string;

  @Column('text')
  countedBy: 'quarter' | 'month';
}
