import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { ComparatorGroup, GroupVersion } from '../domain/comparator-group.js';
import { ComparatorChoiceRow } from './comparator-choice.row.js';
import { ComparatorGroupRow } from './comparator-group.row.js';
import { GroupMemberRow } from './group-member.row.js';
import { GroupVersionRow } from './group-version.row.js';

/** Who writes a row, and when. */
export interface Recorded {
  readonly by: Id;
  readonly at: Date;
}

@Injectable()
export class ComparatorGroupRepository {
  /** A group, held until the transaction ends so that two changes of it come one after the other. */
  async held(tx: Tx, partnershipId: Id, id: Id): Promise<ComparatorGroup | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 30))', [id]);
    const row = await tx.rows(ComparatorGroupRow).findOneBy({ partnershipId, id });
    return row && { id: row.id, name: row.name, purpose: row.purpose };
  }

  async isNamed(tx: Tx, partnershipId: Id, name: string): Promise<boolean> {
    const rows = await tx.query(
      'select id from comparator_group where partnership_id = $1 and lower(trim(name)) = lower(trim($2))',
      [partnershipId, name],
    );
    return rows.length > 0;
  }

  /** The versions of a group that stand. */
  async versions(tx: Tx, partnershipId: Id, groupId: Id): Promise<GroupVersion[]> {
    const rows = await tx
      .rows(GroupVersionRow)
      .find({ where: { partnershipId, groupId, supersededAt: IsNull() }, order: { inForceFrom: 'asc' } });
    const members = await tx
      .rows(GroupMemberRow)
      .findBy({ partnershipId, versionId: In(rows.map(({ id }) => id)) });
    return rows.map(({ id, inForceFrom, ends, reason }) => ({
      ...{ id, groupId, inForceFrom, ends, reason },
      members: members.filter(({ versionId }) => versionId === id).map(({ areaCode }) => areaCode),
    }));
  }

  async addGroup(tx: Tx, partnershipId: Id, group: ComparatorGroup, { by, at }: Recorded): Promise<void> {
    await tx.rows(ComparatorGroupRow).insert({ partnershipId, ...group, recordedBy: by, recordedAt: at });
  }

  /** Adds a version; one that stands from the same day is superseded and kept. */
  async addVersion(tx: Tx, partnershipId: Id, version: GroupVersion, { by, at }: Recorded): Promise<void> {
    const { members, ...rest } = version;
    await tx.rows(GroupVersionRow).update(
      {
        ...{ partnershipId, groupId: rest.groupId, inForceFrom: rest.inForceFrom },
        supersededAt: IsNull(),
      },
      { supersededAt: at },
    );
    await tx.rows(GroupVersionRow).insert({ partnershipId, ...rest, recordedBy: by, recordedAt: at });
    if (members.length > 0)
      await tx
        .rows(GroupMemberRow)
        .insert(members.map((areaCode) => ({ partnershipId, versionId: rest.id, areaCode })));
  }

  /** Says which group is the usual one; null for London's boroughs. What was said before is kept. */
  async choose(tx: Tx, partnershipId: Id, groupId: Id | null, { by, at }: Recorded): Promise<void> {
    await tx
      .rows(ComparatorChoiceRow)
      .update({ partnershipId, supersededAt: IsNull() }, { supersededAt: at });
    await tx
      .rows(ComparatorChoiceRow)
      .insert({ partnershipId, id: newId(), groupId, recordedBy: by, recordedAt: at });
  }
}
