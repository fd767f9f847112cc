import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('return_form_line')
export class ReturnFormLineRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  versionId: string;

  @PrimaryColumn('uuid')
  measureId: string;

  @Column('uuid')
  authorityId: string;
}
