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

  /** What the checks found that is right all the same, and why. */
  @Column('text', { array: true, nullable: true })
  found: string[] | null;

  @Column('text', { nullable: true })
  rightBecause: string | null;

  @Column('uuid')
  enteredBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  supersedesId: string | null;
}
