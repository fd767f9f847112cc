import { type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { Span } from './span.js';

/** A mark on a chart that is there and was not, reads otherwise, or was withdrawn. */
export interface ChangedMark {
  readonly measureSlug: string;
  readonly measure: string;
  readonly quarter: FinancialQuarter;
  readonly kind: 'series-break' | 'event' | 'new-limits';
  readonly before: string | null;
  readonly after: string | null;
  /** Who made it; null for one that was withdrawn: the audit trail tells. */
  readonly by: string | null;
  readonly at: Date;
}

/** Measure by measure, by quarter. */
export async function changedMarks(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  span: Span,
): Promise<ChangedMark[]> {
  const rows = await tx.query<Omit<ChangedMark, 'quarter'> & { firstDay: CalendarDate }>(
    `select m.slug as "measureSlug", ${span.measureName('m.id', '$2')} as measure, quarter_first_day::text as "firstDay",
            kind, b.words as before, a.words as after, p.name as by, coalesce(a.recorded_at, b.superseded_at) as at
       from (select k.* from chart_mark k where k.partnership_id = $1 and ${span.from.stands('k')}) b
       full join (select k.* from chart_mark k where k.partnership_id = $1 and ${span.to.stands('k')}) a
         using (measure_id, quarter_first_day, kind)
       join measure m on m.partnership_id = $1 and m.id = measure_id
       left join person p on p.id = a.recorded_by
      where a.id is distinct from b.id
      order by measure, quarter_first_day, kind`,
    [partnershipId, day],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}
