import { isDeepStrictEqual } from 'node:util';
import { type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import { type MeasureKind, type Observation, observationFrom } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';

/** The approved figure of a quarter. What is worked out has one only where each count behind it has. */
export interface MeasureQuarter {
  readonly quarter: FinancialQuarter;
  readonly observation: Observation | null;
  /** What it was before it was corrected; null where it was not, or where nothing came out different. */
  readonly revisedFrom: Observation | null;
  /** What was said instead of a number, nil included; null for a number, or where a part said nothing at all. */
  readonly said: 'nil' | 'not-applicable' | 'not-available' | 'suppressed' | null;
  /** Why there is no figure, where the authority said so. */
  readonly reason: string | null;
  /** Oldest first; null where the figure was not counted by month. */
  readonly months: readonly string[] | null;
  readonly source: string | null;
  readonly release: string | null;
}

type Row = Omit<MeasureQuarter, 'quarter' | 'observation' | 'revisedFrom'> & {
  readonly measureId: Id;
  readonly firstDay: CalendarDate;
  readonly kind: MeasureKind;
  /** The counts that make it, in their order, now and before the last correction; null where one is missing. */
  readonly counts: readonly string[] | null;
  readonly countsBefore: readonly string[] | null;
};

/**
 * The approved quarters of some measures, oldest first. What a measure is worked out from in a quarter is what its
 * definition of that quarter says; before its first one, what that one says.
 */
export async function measureQuarters(
  tx: Tx,
  partnershipId: Id,
  measureIds: readonly Id[],
  asAt = AsAt.now,
): Promise<Map<Id, MeasureQuarter[]>> {
  const rows = await tx.query<Row>(
    `with part as (
       select w.id as measure_id, q.first_day, d.kind, coalesce(c.component_id, w.id) as id, c.position,
              count(*) over (partition by w.id, q.first_day) as parts
         from unnest($2::uuid[]) w(id)
         cross join (select distinct r.quarter_first_day as first_day from quarterly_return r
                      where r.partnership_id = $1 and ${asAt.counts('r')}) q
         join lateral (select d.id, d.kind from measure_definition d
                        where d.partnership_id = $1 and d.measure_id = w.id and ${asAt.happened('d.recorded_at')}
                        order by greatest(d.in_force_from - q.first_day, 0), d.in_force_from desc limit 1) d on true
         left join measure_component c on c.partnership_id = $1 and c.definition_id = d.id),
     reported as (
       select distinct on (r.quarter_first_day, l.measure_id)
              r.quarter_first_day, l.measure_id, f.kind, f.value, f.months, f.reason, f.source, f.release,
              lead(f.value) over (partition by r.quarter_first_day, l.measure_id order by r.revision desc) as was
         from quarterly_return r
         join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
         join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and ${asAt.stands('f')}
        where r.partnership_id = $1 and ${asAt.counts('r')}
          and l.measure_id in (select id from part)
        order by r.quarter_first_day, l.measure_id, r.revision desc)
     select p.measure_id as "measureId", f.quarter_first_day::text as "firstDay", p.kind,
            case when count(f.value) = p.parts then array_agg(f.value::text order by p.position) end as counts,
            case when count(f.value) = p.parts and count(f.was) > 0
                 then array_agg(coalesce(f.was, f.value)::text order by p.position) end as "countsBefore",
            case when bool_and(f.kind = 'nil') then 'nil'
                 else min(f.kind) filter (where f.value is null) end as said,
            string_agg(distinct f.reason, '; ') as reason,
            case when p.parts = 1 then (array_agg(f.months::text))[1]::text[] end as months,
            string_agg(distinct f.source, '; ') as source, string_agg(distinct f.release, '; ') as release
       from part p join reported f on f.measure_id = p.id and f.quarter_first_day = p.first_day
      group by p.measure_id, p.kind, p.parts, f.quarter_first_day order by f.quarter_first_day`,
    [partnershipId, measureIds],
  );
  const quarters = new Map<Id, MeasureQuarter[]>(measureIds.map((id) => [id, []]));
  for (const { measureId, firstDay, kind, counts, countsBefore, ...row } of rows) {
    const observation = counts && observationFrom(kind, counts.map(Number));
    const before = countsBefore && observationFrom(kind, countsBefore.map(Number));
    quarters.get(measureId)!.push({
      ...row,
      quarter: FinancialQuarter.containing(firstDay),
      observation,
      revisedFrom: isDeepStrictEqual(before, observation) ? null : before,
    });
  }
  return quarters;
}
