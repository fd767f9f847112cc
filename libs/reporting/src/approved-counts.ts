import { type CalendarDate, Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';

/** An approved count of one measure in one quarter. */
export interface ApprovedCount {
  readonly measureId: Id;
  readonly quarter: FinancialQuarter;
  readonly count: Decimal;
  /** Whether it corrects a figure that was accepted before. */
  readonly revised: boolean;
}

/**
 * The approved counts of all measures whose quarters start in a range of days, oldest first; of a return that was
 * corrected, the newest approved revision.
 */
export async function approvedCounts(
  tx: Tx,
  partnershipId: Id,
  { from, until }: { from: CalendarDate; until: CalendarDate },
): Promise<ApprovedCount[]> {
  const rows = await tx.query<{
    measureId: Id;
    firstDay: CalendarDate;
    value: string;
    revised: boolean | null;
  }>(
    `select "measureId", "firstDay", value, revised
       from (select distinct on (r.quarter_first_day, l.measure_id)
                    l.measure_id as "measureId", r.quarter_first_day::text as "firstDay", f.value,
                    lead(f.value) over (partition by r.quarter_first_day, l.measure_id order by r.revision desc)
                      <> f.value as revised
               from quarterly_return r
               join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
               join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and f.superseded_at is null
              where r.partnership_id = $1 and r.quarter_first_day >= $2 and r.quarter_first_day < $3
                and r.state in ('approved', 'accepted')
              order by r.quarter_first_day, l.measure_id, r.revision desc) newest
      where value is not null
      order by "firstDay"`,
    [partnershipId, from, until],
  );
  return rows.map(({ firstDay, measureId, value, revised }) => ({
    measureId,
    quarter: FinancialQuarter.containing(firstDay),
    count: new Decimal(value),
    revised: revised ?? false,
  }));
}
