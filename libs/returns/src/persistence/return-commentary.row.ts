import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('return_commentary')
export class ReturnCommentaryRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  returnId: string;

  /** Null for the return as a whole. */
  @Column('uuid', { nullable: true })
  lineId: string | null;

  @Column('text')
  wording: string;

  @Column('uuid')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
