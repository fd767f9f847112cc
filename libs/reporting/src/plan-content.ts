import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';

export interface Named {
  readonly id: Id;
  readonly name: string;
}

export type Publication = 'public' | 'restricted';

export interface ContentAction {
  /** The same from version to version. */
  readonly id: Id;
  /** Of this wording of it: a form says which one it was made from. */
  readonly rowId: Id;
  readonly priorityId: Id;
  readonly wording: string;
  readonly owner: Named;
  readonly dueOn: CalendarDate;
  readonly tier: 'primary' | 'secondary' | 'tertiary';
  readonly publication: Publication;
}

export interface ContentMeasure {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly authority: Named;
}

export interface ContentPriority {
  /** The same from version to version. */
  readonly id: Id;
  readonly rowId: Id;
  readonly title: string;
  readonly narrative: string | null;
  readonly publication: Publication;
  readonly lead: Named | null;
  readonly contributors: readonly Named[];
  readonly measures: readonly ContentMeasure[];
  readonly actions: readonly ContentAction[];
}

export interface ContentFinding {
  /** The same from version to version. */
  readonly id: Id;
  readonly rowId: Id;
  readonly source: 'strategic-assessment' | 'needs-assessment' | 'consultation';
  readonly document: string;
  readonly foundOn: CalendarDate;
  readonly wording: string;
  readonly publication: Publication;
  /** The priorities of this version that it led to. */
  readonly priorityIds: readonly Id[];
}

/** What a plan version says. */
export interface PlanContent {
  /** In the order of the plan. */
  readonly priorities: readonly ContentPriority[];
  /** Newest first. */
  readonly findings: readonly ContentFinding[];
}

/**
 * What a plan version says.
 *
 * @param on the day by whose definitions measures are named
 */
export async function planContent(
  tx: Tx,
  partnershipId: Id,
  versionId: Id,
  on: CalendarDate,
  asAt = AsAt.now,
): Promise<PlanContent> {
  const actions = await tx.query<ContentAction>(
    `select x.identity_id as id, x.id as "rowId", x.priority_id as "priorityId", x.wording,
            jsonb_build_object('id', a.id, 'name', a.name) as owner, x.due_on::text as "dueOn", x.tier, x.publication
       from plan_action x
       join authority a on a.partnership_id = x.partnership_id and a.id = x.owner_id
      where x.partnership_id = $1 and x.plan_version_id = $2 and ${asAt.stands('x')}
      order by x.due_on, x.identity_id`,
    [partnershipId, versionId],
  );
  const priorities = await tx.query<Omit<ContentPriority, 'actions'>>(
    `select w.priority_id as id, w.id as "rowId", w.title, w.narrative, w.publication,
            case when lead.id is not null then jsonb_build_object('id', lead.id, 'name', lead.name) end as lead,
            coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name)
               from priority_contributor c
               join authority a on a.partnership_id = c.partnership_id and a.id = c.authority_id
              where c.partnership_id = w.partnership_id and c.wording_id = w.id), '[]') as contributors,
            coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'slug', m.slug, 'name', d.name,
                        'authority', jsonb_build_object('id', a.id, 'name', a.name)) order by l.number, d.name)
               from priority_measure l
               join measure m on m.partnership_id = l.partnership_id and m.id = l.measure_id
               join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
               join lateral (select d.name from measure_definition d
                              where d.partnership_id = m.partnership_id and d.measure_id = m.id
                                and ${asAt.happened('d.recorded_at')}
                              order by greatest(d.in_force_from - $3::date, 0), d.in_force_from desc limit 1) d on true
              where l.partnership_id = w.partnership_id and l.plan_version_id = w.plan_version_id
                and l.priority_id = w.priority_id and ${asAt.stands('l')}), '[]') as measures
       from priority_wording w
       left join authority lead on lead.partnership_id = w.partnership_id and lead.id = w.lead_authority_id
      where w.partnership_id = $1 and w.plan_version_id = $2 and ${asAt.stands('w')}
      order by w.number, w.id`,
    [partnershipId, versionId, on],
  );
  const findings = await tx.query<ContentFinding>(
    `select f.identity_id as id, f.id as "rowId", f.source, f.document, f.found_on::text as "foundOn", f.wording,
            f.publication, array(select p.priority_id from plan_finding_priority p
              where p.partnership_id = f.partnership_id and p.finding_id = f.id order by p.priority_id) as "priorityIds"
       from plan_finding f
      where f.partnership_id = $1 and f.plan_version_id = $2 and ${asAt.stands('f')}
      order by f.found_on desc, f.identity_id`,
    [partnershipId, versionId],
  );
  const known = new Set(priorities.map(({ id }) => id));
  return {
    priorities: priorities.map((priority) => ({
      ...priority,
      actions: actions.filter(({ priorityId }) => priorityId === priority.id),
    })),
    findings: findings.map((finding) => ({
      ...finding,
      priorityIds: finding.priorityIds.filter((id) => known.has(id)),
    })),
  };
}
