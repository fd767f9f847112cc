import { type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from '../as-at.js';
import type { Span } from './span.js';

/** What a figure says: a number, or why there is none. */
export interface SaidFigure {
  readonly kind: 'value' | 'nil' | 'not-applicable' | 'not-available' | 'suppressed';
  readonly value: string | null;
}

/** A figure that counts and did not, says something else than before, or counts no more. */
export interface ChangedFigure {
  readonly measureSlug: string;
  readonly measure: string;
  readonly quarter: FinancialQuarter;
  /** What counted before; null where nothing did. */
  readonly before: SaidFigure | null;
  /** What counts after; null where its return was handed back. */
  readonly after: SaidFigure | null;
  /** Whether it is of a return that corrects an accepted one. */
  readonly corrected: boolean;
  /** Who approved it, or handed its return back. */
  readonly by: string;
  readonly at: Date;
  /** Why it was corrected, or why its return was handed back meanwhile. */
  readonly reason: string | null;
}

/** The figures of which another one counts, measure by measure. Of a return nobody approved nothing is said. */
export async function changedFigures(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  span: Span,
): Promise<ChangedFigure[]> {
  const rows = await tx.query<Omit<ChangedFigure, 'quarter'> & { firstDay: CalendarDate }>(
    `with touched as (
       select distinct r.quarter_first_day, r.authority_id
         from return_decision d
         join quarterly_return r on r.partnership_id = d.partnership_id and r.id = d.return_id
        where d.partnership_id = $1 and ${span.within('d.decided_at')}),
     before as (${counted(span.from)}),
     after as (${counted(span.to)})
     select m.slug as "measureSlug", ${span.measureName('m.id', '$2')} as measure, r.quarter_first_day::text as "firstDay",
            case when b.return_id is not null then jsonb_build_object('kind', b.kind, 'value', b.value::text) end as before,
            case when a.return_id is not null then jsonb_build_object('kind', a.kind, 'value', a.value::text) end as after,
            coalesce(r.revision > 1 and a.return_id is not null, false) as corrected, p.name as by, d.decided_at as at,
            coalesce(case when a.return_id is not null then r.restatement_reason end,
              (select h.comment from return_decision h
                where h.partnership_id = $1 and h.return_id = r.id and h.leads_to_state = 'returned'
                  and ${span.within('h.decided_at')}
                order by h.leads_to_version desc limit 1)) as reason
       from before b
       full join after a using (measure_id, quarter_first_day)
       join measure m on m.partnership_id = $1 and m.id = measure_id
       join quarterly_return r on r.partnership_id = $1 and r.id = coalesce(a.return_id, b.return_id)
       join lateral (select d.decided_by, d.decided_at from return_decision d
                      where d.partnership_id = $1 and d.return_id = r.id and ${span.to.happened('d.decided_at')}
                        and d.leads_to_state = case when a.return_id is null then 'returned' else 'approved' end
                      order by d.leads_to_version desc limit 1) d on true
       join person p on p.id = d.decided_by
      where (b.kind, b.value) is distinct from (a.kind, a.value)
      order by measure, r.quarter_first_day`,
    [partnershipId, day],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}

/** What counted at a moment of the returns that were decided on: of a corrected one, its newest approved revision. */
function counted(asAt: AsAt): string {
  return `
    select distinct on (l.measure_id, r.quarter_first_day)
           l.measure_id, r.quarter_first_day, r.id as return_id, f.kind, f.value
      from touched t
      join quarterly_return r on r.partnership_id = $1 and r.quarter_first_day = t.quarter_first_day
                             and r.authority_id = t.authority_id
      join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
      join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and ${asAt.stands('f')}
     where ${asAt.counts('r')}
     order by l.measure_id, r.quarter_first_day, r.revision desc`;
}
