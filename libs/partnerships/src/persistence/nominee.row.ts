import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('nominee')
export class NomineeRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  authorityId: string;

  /** Null, like the post, where nobody is nominated from that day on. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  post: string | null;

  @Column('date')
  fromOn: string;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
