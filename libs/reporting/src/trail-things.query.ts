import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id, isId } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';

/** A record that the audit trail can be searched by. */
export interface TrailThing {
  readonly id: Id;
  readonly kind:
    | 'measure'
    | 'plan'
    | 'return'
    | 'form'
    | 'authority'
    | 'meeting'
    | 'evidence'
    | 'finding'
    | 'workpaper'
    | 'person';
  readonly name: string;
}

/** The records that events about a thing name, see `TrailSubjects` of the audit trail. */
export interface ThingSubjects {
  readonly ids: readonly Id[];
  readonly partOf?: { readonly ids: readonly Id[]; readonly names: readonly string[] };
}

@Injectable()
export class TrailThingsQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** Everything that the trail can be searched by: measures, plans, returns, forms, authorities, meetings, evidence, findings, workpapers, people; returns and meetings newest first. */
  run(actor: Actor, partnershipId: Id): Promise<TrailThing[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'audit-trail.view', { partnershipId });
      const rows = await tx.query<TrailThing & { quarter: CalendarDate | null; form: string | null }>(
        `select t.kind, t.id, t.name, t.quarter, t.form
           from (select 1 as rank, 'measure' as kind, m.id, d.name, null::text as quarter, null::text as form,
                        null::date as held_on
                   from measure m
                   join lateral (select d.name from measure_definition d
                                  where d.partnership_id = m.partnership_id and d.measure_id = m.id
                                  order by d.in_force_from desc limit 1) d on true
                  where m.partnership_id = $1
                 union all
                 select 2, 'plan', p.id, p.title, null, null, null from plan p where p.partnership_id = $1
                 union all
                 select 3, 'return', r.id, a.name, r.quarter_first_day::text, f.name, null
                   from quarterly_return r
                   join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
                   left join return_form f on f.partnership_id = r.partnership_id and f.id = r.form_id
                  where r.partnership_id = $1 and r.revision = 1
                 union all
                 select 4, 'form', f.id, f.name, null, null, null from return_form f where f.partnership_id = $1
                 union all
                 select 5, 'authority', a.id, a.name, null, null, null from authority a where a.partnership_id = $1
                 union all
                 select 6, 'meeting', m.id, case m.kind when 'public-meeting' then 'Public meeting'
                          when 'strategy-group' then 'Strategy group' else 'Crime and disorder committee' end
                        || ', ' || to_char(m.held_on, 'FMDD FMMonth YYYY'), null, null, m.held_on
                   from meeting m where m.partnership_id = $1 and m.supersedes_id is null
                 union all
                 select 7, 'evidence', e.id, case e.marking when 'official' then e.title
                          else 'Evidence marked OFFICIAL-SENSITIVE, ' || to_char(e.recorded_at, 'FMDD FMMonth YYYY') end,
                        null, null, null
                   from evidence e where e.partnership_id = $1
                 union all
                 select 8, 'finding', f.id, f.number || ': ' || f.title, null, null, null
                   from assurance_finding f where f.partnership_id = $1
                 union all
                 select 9, 'workpaper', w.id, left(w.objective, 80), null, null, null
                   from workpaper w where w.partnership_id = $1
                 union all
                 select distinct 10, 'person', p.id, p.name, null, null, null::date
                   from role_assignment ra join person p on p.id = ra.person_id
                  where ra.partnership_id = $1) t
          order by t.rank, t.quarter desc nulls last, t.held_on desc nulls last, t.name, t.form`,
        [partnershipId],
      );
      const hasForms = rows.filter(({ kind }) => kind === 'form').length > 1;
      return rows.map(({ id, kind, name, quarter, form }) => ({
        id,
        kind,
        name: quarter
          ? `${FinancialQuarter.containing(quarter).name}, ${name}${hasForms && form ? `, ${form}` : ''}`
          : name,
      }));
    });
  }

  /**
   * The records behind a thing; null when the partnership has no such thing.
   *
   * @param id of a thing, of any revision of a return, of a version of a plan, or of any record of a meeting
   */
  subjects(actor: Actor, partnershipId: Id, id: string): Promise<{ thing: Id; about: ThingSubjects } | null> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'audit-trail.view', { partnershipId });
      if (!isId(id)) return null;
      return (
        (await ofMeasure(tx, partnershipId, id)) ??
        (await ofReturn(tx, partnershipId, id)) ??
        (await ofPlan(tx, partnershipId, id)) ??
        (await ofMeeting(tx, partnershipId, id)) ??
        (await ofOther(tx, partnershipId, id))
      );
    });
  }
}

type Found = Promise<{ thing: Id; about: ThingSubjects } | null>;

/** A measure, and of the returns that ask it the events that are about it or about the whole return. */
async function ofMeasure(tx: Tx, partnershipId: Id, id: Id): Found {
  const [row] = await tx.query<{ names: string[]; returns: Id[] }>(
    `select array(select distinct d.name from measure_definition d
                   where d.partnership_id = m.partnership_id and d.measure_id = m.id) as names,
            array(select distinct l.return_id from return_line l
                   where l.partnership_id = m.partnership_id and l.measure_id = m.id) as returns
       from measure m where m.partnership_id = $1 and m.id = $2`,
    [partnershipId, id],
  );
  return row ? { thing: id, about: { ids: [id], partOf: { ids: row.returns, names: row.names } } } : null;
}

/** A return with its corrections, by the first of them. */
async function ofReturn(tx: Tx, partnershipId: Id, id: Id): Found {
  const rows = await tx.query<{ id: Id }>(
    `select other.id
       from quarterly_return r
       join quarterly_return other
         on other.partnership_id = r.partnership_id and other.quarter_first_day = r.quarter_first_day
        and other.authority_id = r.authority_id and other.form_id is not distinct from r.form_id
      where r.partnership_id = $1 and r.id = $2
      order by other.revision`,
    [partnershipId, id],
  );
  return rows[0] ? { thing: rows[0].id, about: { ids: rows.map((row) => row.id) } } : null;
}

/** A plan with its versions and priorities. */
async function ofPlan(tx: Tx, partnershipId: Id, id: Id): Found {
  const [row] = await tx.query<{ plan: Id; versions: Id[]; priorities: Id[] }>(
    `select p.id as plan,
            array(select v.id from plan_version v
                   where v.partnership_id = p.partnership_id and v.plan_id = p.id) as versions,
            array(select y.id from priority y
                   where y.partnership_id = p.partnership_id and y.plan_id = p.id) as priorities
       from plan p
      where p.partnership_id = $1
        and (p.id = $2 or exists (select from plan_version v
                                   where v.partnership_id = p.partnership_id and v.plan_id = p.id and v.id = $2))`,
    [partnershipId, id],
  );
  return row ? { thing: row.plan, about: { ids: [row.plan, ...row.versions, ...row.priorities] } } : null;
}

/** A meeting with the records that put it right, by the first of them. */
async function ofMeeting(tx: Tx, partnershipId: Id, id: Id): Found {
  const rows = await tx.query<{ id: Id }>(
    `with recursive record as (
       select m.id, m.supersedes_id, m.recorded_at from meeting m where m.partnership_id = $1 and m.id = $2
       union
       select m.id, m.supersedes_id, m.recorded_at
         from record r join meeting m on m.partnership_id = $1 and (m.id = r.supersedes_id or m.supersedes_id = r.id))
     select id from record order by supersedes_id is not null, recorded_at`,
    [partnershipId, id],
  );
  return rows[0] ? { thing: rows[0].id, about: { ids: rows.map((row) => row.id) } } : null;
}

async function ofOther(tx: Tx, partnershipId: Id, id: Id): Found {
  const [row] = await tx.query<{ id: Id }>(
    `select id from return_form where partnership_id = $1 and id = $2
     union all select id from authority where partnership_id = $1 and id = $2
     union all select id from evidence where partnership_id = $1 and id = $2
     union all select id from assurance_finding where partnership_id = $1 and id = $2
     union all select id from workpaper where partnership_id = $1 and id = $2
     union all select person_id from role_assignment where partnership_id = $1 and person_id = $2
     limit 1`,
    [partnershipId, id],
  );
  return row ? { thing: id, about: { ids: [id] } } : null;
}
