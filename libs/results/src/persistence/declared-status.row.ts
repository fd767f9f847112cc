import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('declared_status')
export class DeclaredStatusRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  measureId: string;

  @Column('integer')
  financialYear: number;

  @Column('text')
  rag: string;

  @Column('text')
  reason: string;

  @Column('date')
  expiresOn: string;

  @Column('uuid')
  declaredBy: string;

  @Column('timestamptz')
  declaredAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
