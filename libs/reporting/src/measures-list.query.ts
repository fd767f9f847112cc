import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type Id } from '@lib/kernel';
import type { Direction, MeasureKind } from '@lib/performance';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type AskedOf, askedOf } from './asked-of.js';

export interface ListedMeasure {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly countedBy: 'quarter' | 'month';
  readonly rollingTwelveMonths: boolean;
  readonly direction: Direction;
  /** Who answers for it. */
  readonly authority: string;
  /** Whom the return forms ask for it; null for nobody. */
  readonly askedOf: AskedOf | null;
  /** Of the definition in force; of the first one where that is still to come. */
  readonly version: number;
  readonly inForceFrom: CalendarDate;
  /** The newest target there is; null where none was set. */
  readonly target: { readonly wording: string; readonly from: CalendarDate } | null;
}

export interface MeasuresOfPriority {
  /** Null for the measures that no priority of the plan in force names. */
  readonly priority: { readonly number: number; readonly title: string } | null;
  /** In the order of the plan; outside it by name. */
  readonly measures: readonly ListedMeasure[];
}

@Injectable()
export class MeasuresListQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything that is tracked, under the priorities of the plan in force. A priority without a measure is there too.
   *
   * @param asAtEndOf shows what stood at the end of a day; null for what stands
   */
  run(actor: Actor, partnershipId: Id, asAtEndOf: CalendarDate | null = null): Promise<MeasuresOfPriority[]> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return tx.query<MeasuresOfPriority>(
        `with known as (
           select m.id, m.slug, a.name as authority, d.name, d.kind, d.counted_by, d.rolling_twelve_months,
                  d.direction, d.version, d.in_force_from, t.wording, t.applies_from,
                  (${askedOf(asAt, '$2')}) as asked_of
             from measure m
             join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
             join lateral (select d.* from measure_definition d
                            where d.partnership_id = m.partnership_id and d.measure_id = m.id
                              and ${asAt.happened('d.recorded_at')}
                            order by greatest(d.in_force_from - $2::date, 0), d.in_force_from desc limit 1) d on true
             left join lateral (select t.wording, t.applies_from from target t
                                 where t.partnership_id = m.partnership_id and t.measure_id = m.id
                                   and ${asAt.stands('t')}
                                 order by t.applies_from desc limit 1) t on true
            where m.partnership_id = $1),
         placed as (
           select w.number, w.title, pm.measure_id, pm.number as position
             from ${asAt.planVersions} v
             join priority_wording w on w.partnership_id = v.partnership_id and w.plan_version_id = v.id
                                    and ${asAt.stands('w')}
             left join priority_measure pm on pm.partnership_id = v.partnership_id and pm.plan_version_id = v.id
                                          and pm.priority_id = w.priority_id and ${asAt.stands('pm')}
            where v.partnership_id = $1 and v.in_force_from <= $2
              and (v.in_force_until is null or v.in_force_until > $2))
         select case when p.number is not null
                     then jsonb_build_object('number', p.number, 'title', p.title) end as priority,
                coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'slug', k.slug, 'name', k.name, 'kind', k.kind,
                    'countedBy', k.counted_by, 'rollingTwelveMonths', k.rolling_twelve_months,
                    'direction', k.direction, 'authority', k.authority, 'askedOf', k.asked_of, 'version', k.version,
                    'inForceFrom', k.in_force_from,
                    'target', case when k.wording is not null
                                   then jsonb_build_object('wording', k.wording, 'from', k.applies_from) end)
                  order by p.position, k.name) filter (where k.id is not null), '[]') as measures
           from placed p
           full join known k on k.id = p.measure_id
          group by p.number, p.title
          order by p.number nulls last`,
        [partnershipId, asAtEndOf ?? this.clock.today()],
      );
    });
  }
}
