import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type Id, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { LONDON_BOROUGHS } from '@lib/published-data';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';

/** Who was in a group from a day on. */
export interface ShownGroupVersion {
  readonly id: Id;
  readonly inForceFrom: CalendarDate;
  /** Exclusive: where the next version starts; null for the last one. */
  readonly inForceUntil: CalendarDate | null;
  /** Whether the group ends with it. */
  readonly ends: boolean;
  /** Codes of areas. */
  readonly members: readonly string[];
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Areas that a partnership compares itself with. */
export interface ShownComparatorGroup {
  readonly id: Id;
  readonly name: string;
  readonly purpose: string;
  /** Oldest first. */
  readonly versions: readonly ShownGroupVersion[];
}

export interface ComparatorGroups {
  /** By name. */
  readonly groups: readonly ShownComparatorGroup[];
  /** The group that measures are usually compared with; null for London's 32 boroughs. */
  readonly usual: Id | null;
  /** Names of areas by code, as the newest files have them. */
  readonly areaNames: ReadonlyMap<string, string>;
}

@Injectable()
export class ComparatorGroupsQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** The groups of a partnership, with every version that stands. */
  run(actor: Actor, partnershipId: Id, asAt = AsAt.now): Promise<ComparatorGroups> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return {
        groups: await comparatorGroups(tx, partnershipId, asAt),
        usual: await usualGroup(tx, partnershipId, asAt),
        areaNames: await areaNames(tx),
      };
    });
  }

  /** Throws `not-found`. */
  async one(actor: Actor, partnershipId: Id, id: string, asAt = AsAt.now) {
    const { groups, ...rest } = await this.run(actor, partnershipId, asAt);
    const group = groups.find((one) => one.id === id);
    if (!group) throw notFound('comparator group');
    return { group, ...rest };
  }
}

export function comparatorGroups(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<ShownComparatorGroup[]> {
  return tx.query<ShownComparatorGroup>(
    `with versions as (
       select v.group_id, v.in_force_from,
              jsonb_build_object('id', v.id, 'inForceFrom', v.in_force_from, 'ends', v.ends, 'reason', v.reason,
                'inForceUntil', lead(v.in_force_from) over (partition by v.group_id order by v.in_force_from),
                'recordedBy', p.name, 'recordedAt', v.recorded_at,
                'members', (select coalesce(jsonb_agg(m.area_code order by m.area_code), '[]')
                              from comparator_group_member m
                             where m.partnership_id = v.partnership_id and m.version_id = v.id)) as version
         from comparator_group_version v
         join person p on p.id = v.recorded_by
        where v.partnership_id = $1 and ${asAt.stands('v')})
     select g.id, g.name, g.purpose, jsonb_agg(v.version order by v.in_force_from) as versions
       from comparator_group g join versions v on v.group_id = g.id
      where g.partnership_id = $1 and ${asAt.happened('g.recorded_at')}
      group by g.id, g.name, g.purpose
      order by lower(g.name), g.id`,
    [partnershipId],
  );
}

export async function usualGroup(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<Id | null> {
  const [choice] = await tx.query<{ groupId: Id | null }>(
    `select c.group_id as "groupId" from comparator_choice c
      where c.partnership_id = $1 and ${asAt.stands('c')}`,
    [partnershipId],
  );
  return choice?.groupId ?? null;
}

/** London's boroughs, and every other district, county or partnership that figures are held of. */
async function areaNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; name: string }>(
    `select a.code, (array_agg(a.name order by f.released_on desc))[1] as name
       from published_file f join published_area a on a.file_id = f.id
      where f.state = 'applied' and f.withdrawn_at is null and a.code ~ '^(E0[6-9]|W06)[0-9]{6}$'
        and a.name <> a.code
      group by a.code`,
  );
  return new Map([
    ...rows.map(({ code, name }) => [code, name] as const),
    ...Object.entries(LONDON_BOROUGHS),
  ]);
}
