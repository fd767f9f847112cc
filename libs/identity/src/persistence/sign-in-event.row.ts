import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_event')
export class SignInEventRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  outcome: string;

  /** Where the request came from. */
  @Column('text')
  address: string;
}
