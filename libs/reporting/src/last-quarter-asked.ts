import { type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';

/** The newest quarter whose returns ask for any of some measures; null before the first. */
export async function lastQuarterAsked(
  tx: Tx,
  partnershipId: Id,
  measureIds: readonly Id[],
): Promise<FinancialQuarter | null> {
  const [last] = await tx.query<{ firstDay: CalendarDate | null }>(
    `select max(r.quarter_first_day)::text as "firstDay"
       from return_line l
       join quarterly_return r on r.partnership_id = l.partnership_id and r.id = l.return_id
      where l.partnership_id = $1 and l.measure_id = any($2::uuid[])`,
    [partnershipId, measureIds],
  );
  return last?.firstDay ? FinancialQuarter.containing(last.firstDay) : null;
}
