import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('return_decision')
export class ReturnDecisionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  returnId: string;

  @Column('integer')
  leadsToVersion: number;

  @Column('text')
  leadsToState: string;

  @Column('uuid')
  decidedBy: string;

  @Column('timestamptz')
  decidedAt: Date;

  @Column('text', { name: 'content_sha256' })
  contentSha256: string;

  @Column('text', { nullable: true })
  comment: string | null;
}
