import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('board_decision')
export class BoardDecisionRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('date')
  decidedOn: string;

  @Column('text')
  meeting: string;

  @Column('text')
  wording: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
