import { Entity, PrimaryColumn } from 'typeorm';

@Entity('comparator_group_member')
export class GroupMemberRow {
  @PrimaryColumn('uuid')
  partnershipId: string;

  @PrimaryColumn('uuid')
  versionId: string;

  @PrimaryColumn('text')
  areaCode: string;
}
