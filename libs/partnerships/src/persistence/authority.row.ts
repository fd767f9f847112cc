import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('authority')
export class AuthorityRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  @Column('text')
  name: string;

  @Column('date')
  memberFrom: string;

  @Column('date', { nullable: true })
  memberUntil: string | null;

  @Column('uuid', { nullable: true })
  succeedsId: string | null;
}
