import { type CalendarDate, calendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';
import { formNameOf } from './form-name.js';
import type { LateReturn, ReturnChange } from './board-figures.js';

/** Returns that were due and are not approved. */
export async function lateReturns(
  tx: Tx,
  partnershipId: Id,
  today: CalendarDate,
  asAt: AsAt,
): Promise<LateReturn[]> {
  const rows = await tx.query<{
    authority: string;
    form: string | null;
    firstDay: CalendarDate;
    dueOn: CalendarDate;
  }>(
    `select a.name as authority, ${formNameOf('r', asAt)} as form, q.first_day::text as "firstDay", q.due_on::text as "dueOn"
       from quarterly_return r
       join ${asAt.quarters} q on q.partnership_id = r.partnership_id and q.first_day = r.quarter_first_day
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
      where r.partnership_id = $1 and r.revision = 1 and ${asAt.happened('r.made_at')} and not (${asAt.counts('r')})
        and q.due_on < $2
      order by q.due_on, a.name, form`,
    [partnershipId, today],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}

/** What happened to returns of a year that were done already: reopened, being corrected, corrected. */
export async function returnChanges(
  tx: Tx,
  partnershipId: Id,
  financialYear: number,
  today: CalendarDate,
  asAt: AsAt,
): Promise<ReturnChange[]> {
  const rows = await tx.query<Omit<ReturnChange, 'quarter'> & { firstDay: CalendarDate }>(
    `select a.name as authority, null as form, o.quarter_first_day::text as "firstDay", 'reopened' as what, o.reason,
            o.expires_on::text as "on"
       from quarter_reopening o
       join authority a on a.partnership_id = o.partnership_id and a.id = o.authority_id
      where o.partnership_id = $1 and ${asAt.stands('o', 'reopened_at')} and o.expires_on >= $4
        and o.quarter_first_day >= $2 and o.quarter_first_day < $3
     union all
     select a.name, ${formNameOf('r', asAt)}, r.quarter_first_day::text,
            case when d.decided_at is null then 'being-corrected' else 'corrected' end, r.restatement_reason,
            (d.decided_at at time zone 'Europe/London')::date::text
       from quarterly_return r
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
       left join lateral (select max(d.decided_at) as decided_at from return_decision d
                           where d.partnership_id = r.partnership_id and d.return_id = r.id
                             and d.leads_to_state = 'approved' and ${asAt.happened('d.decided_at')}
                             and ${asAt.counts('r')}) d on true
      where r.partnership_id = $1 and r.revision > 1 and ${asAt.happened('r.made_at')}
        and r.quarter_first_day >= $2 and r.quarter_first_day < $3
      order by 3, 1, 2`,
    [
      partnershipId,
      calendarDate(`${financialYear}-04-01`),
      calendarDate(`${financialYear + 1}-04-01`),
      today,
    ],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}
