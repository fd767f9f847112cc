import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('figure')
export class FigureRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  lineId: string;

  @Column('date')
  referenceFrom: string;

  @Column('date')
  referenceUntil: string;

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
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  supersedesId: string | null;
}
