import { type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';

/** A mark on a measure's chart, as it is shown. */
export interface ShownMark {
  readonly id: Id;
  readonly quarter: FinancialQuarter;
  readonly kind: 'series-break' | 'event' | 'new-limits';
  readonly words: string;
  readonly approvedBy: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Whether it is the measure's own, and not a break of one of its parts. */
  readonly own: boolean;
}

/** The marks of some measures by quarter; what breaks a part of a composite while it is one breaks the composite. */
export async function chartMarks(
  tx: Tx,
  partnershipId: Id,
  measureIds: readonly Id[],
  asAt = AsAt.now,
): Promise<Map<Id, ShownMark[]>> {
  const rows = await tx.query<Omit<ShownMark, 'quarter'> & { measureId: Id; firstDay: CalendarDate }>(
    `select w.id as "measureId", k.id, k.quarter_first_day::text as "firstDay", k.kind, k.words,
            k.approved_by as "approvedBy", p.name as "recordedBy", k.recorded_at as "recordedAt",
            k.measure_id = w.id as own
       from unnest($2::uuid[]) w(id)
       join chart_mark k on k.partnership_id = $1 and ${asAt.stands('k')}
        and (k.measure_id = w.id or (k.kind = 'series-break' and k.measure_id in (
              select c.component_id from measure_component c
               where c.partnership_id = $1 and c.definition_id = (
                 select d.id from measure_definition d
                  where d.partnership_id = $1 and d.measure_id = w.id and ${asAt.happened('d.recorded_at')}
                  order by greatest(d.in_force_from - k.quarter_first_day, 0), d.in_force_from desc limit 1))))
       join person p on p.id = k.recorded_by
      order by k.quarter_first_day, k.kind`,
    [partnershipId, measureIds],
  );
  const marks = new Map<Id, ShownMark[]>(measureIds.map((id) => [id, []]));
  for (const { measureId, firstDay, ...row } of rows)
    marks.get(measureId)!.push({ ...row, quarter: FinancialQuarter.containing(firstDay) });
  return marks;
}
