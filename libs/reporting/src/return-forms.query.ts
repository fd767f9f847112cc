import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { newestPriority } from './newest-priority.js';

/** A form with everything it ever asked, or was going to ask. */
export interface ShownReturnForm {
  readonly id: Id;
  readonly name: string;
  /** Oldest first; there is one at least. */
  readonly versions: readonly ShownFormVersion[];
}

export interface ShownFormVersion {
  readonly number: number;
  /** The first day of the first quarter that is asked by it. */
  readonly appliesFrom: CalendarDate;
  readonly reason: string;
  /** Null for what was taken over from before there were forms. */
  readonly recordedBy: string | null;
  readonly recordedOn: CalendarDate;
  readonly lines: readonly { readonly measureId: Id; readonly authorityId: Id }[];
}

/** A measure that can be asked for, or was. */
export interface MeasureToAsk {
  readonly id: Id;
  readonly slug: string;
  /** By its newest definition. */
  readonly name: string;
  /** The authority whose measure it is. */
  readonly authorityId: Id;
  /** The day from which it is defined. */
  readonly definedFrom: CalendarDate;
}

/** Who can be asked, while it is, or was, a responsible authority. */
export interface AskedAuthority {
  readonly id: Id;
  readonly name: string;
  readonly memberFrom: CalendarDate;
  /** The first day on which it is none any more; null while it has no end. */
  readonly memberUntil: CalendarDate | null;
}

/** What every form asks of whom, with the names of both. */
export interface AssignmentMatrix {
  readonly forms: readonly ShownReturnForm[];
  /** In the order of the plan, then by name. */
  readonly measures: readonly MeasureToAsk[];
  /** Every responsible authority there is or was, by name. */
  readonly authorities: readonly AskedAuthority[];
  /** The latest quarter that is open, or was; null before the first. What it asks is settled. */
  readonly newestOpened: FinancialQuarter | null;
}

@Injectable()
export class ReturnFormsQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** @param asAtEndOf shows what stood at the end of a day; null for what stands */
  run(actor: Actor, partnershipId: Id, asAtEndOf: CalendarDate | null = null): Promise<AssignmentMatrix> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const forms = await tx.query<ShownReturnForm>(
        `select f.id, f.name,
                jsonb_agg(jsonb_build_object('number', v.number, 'appliesFrom', v.applies_from, 'reason', v.reason,
                  'recordedBy', p.name, 'recordedOn', (v.recorded_at at time zone 'Europe/London')::date,
                  'lines', coalesce(asked.lines, '[]')) order by v.number) as versions
           from return_form f
           join return_form_version v on v.partnership_id = f.partnership_id and v.form_id = f.id
                                     and ${asAt.happened('v.recorded_at')}
           left join person p on p.id = v.recorded_by
           left join lateral (
             select jsonb_agg(jsonb_build_object('measureId', l.measure_id, 'authorityId', l.authority_id)) as lines
               from return_form_line l
              where l.partnership_id = v.partnership_id and l.version_id = v.id) asked on true
          where f.partnership_id = $1
          group by f.partnership_id, f.id
          order by f.name`,
        [partnershipId],
      );
      const measures = await tx.query<MeasureToAsk>(
        `select m.id, m.slug, d.name, m.authority_id as "authorityId", first.day::text as "definedFrom"
           from measure m
           join lateral (select d.name, d.kind from measure_definition d
                          where d.partnership_id = m.partnership_id and d.measure_id = m.id
                            and ${asAt.happened('d.recorded_at')}
                          order by d.version desc limit 1) d on true
           join lateral (select min(d.in_force_from) as day from measure_definition d
                          where d.partnership_id = m.partnership_id and d.measure_id = m.id) first on true
           left join lateral (${newestPriority(asAt)}) place on true
          where m.partnership_id = $1 and d.kind = 'count'
          order by place.number nulls last, place.position, d.name`,
        [partnershipId],
      );
      const authorities = await tx.query<AskedAuthority>(
        `select id, name, member_from::text as "memberFrom", member_until::text as "memberUntil"
           from authority where partnership_id = $1 order by name`,
        [partnershipId],
      );
      const [newest] = await tx.query<{ firstDay: CalendarDate | null }>(
        `select max(q.first_day)::text as "firstDay" from ${asAt.quarters} q
          where q.partnership_id = $1 and q.opened_at is not null`,
        [partnershipId],
      );
      return {
        measures,
        authorities,
        forms,
        newestOpened: newest?.firstDay ? FinancialQuarter.containing(newest.firstDay) : null,
      };
    });
  }
}
