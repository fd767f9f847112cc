import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('return_form')
export class ReturnFormRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  recordedAt: Date;
}
