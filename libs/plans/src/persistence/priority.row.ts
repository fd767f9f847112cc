import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('priority')
export class PriorityRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  planVersionId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('uuid', { nullable: true })
  leadAuthorityId: string | null;
}
