import { type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { Span } from './span.js';

/** A closed quarter that was opened again for one authority. */
export interface Reopening {
  readonly authority: string;
  readonly quarter: FinancialQuarter;
  /** Its last day. */
  readonly expiresOn: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** Every reopening between the two moments, also one that has ended since, first to last. */
export async function reopenings(tx: Tx, partnershipId: Id, span: Span): Promise<Reopening[]> {
  const rows = await tx.query<Omit<Reopening, 'quarter'> & { firstDay: CalendarDate }>(
    `select a.name as authority, o.quarter_first_day::text as "firstDay", o.expires_on::text as "expiresOn",
            p.name as by, o.reopened_at as at, o.reason
       from quarter_reopening o
       join authority a on a.partnership_id = o.partnership_id and a.id = o.authority_id
       join person p on p.id = o.reopened_by
      where o.partnership_id = $1 and ${span.within('o.reopened_at')}
      order by o.reopened_at`,
    [partnershipId],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}
