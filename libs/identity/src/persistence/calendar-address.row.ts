import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('calendar_address')
export class CalendarAddressRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  tokenSha256: string;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
