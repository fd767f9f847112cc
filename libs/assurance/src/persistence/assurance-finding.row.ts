import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assurance_finding')
export class AssuranceFindingRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** 1, 2, 3… in the partnership. */
  @Column('integer')
  number: number;

  @Column('uuid', { nullable: true })
  evidenceVersionId: string | null;

  @Column('uuid', { nullable: true })
  figureId: string | null;

  @Column('text', { nullable: true })
  occurrence: string | null;

  @Column('uuid', { nullable: true })
  workpaperId: string | null;

  @Column('text')
  title: string;

  @Column('text')
  found: string;

  @Column('text')
  expected: string;

  @Column('text')
  recommendation: string;

  @Column('text')
  rating: string;

  @Column('uuid', { nullable: true })
  authorityId: string | null;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
