import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AuthoritySeat } from '@lib/statutory';
import type { AsAt } from './as-at.js';

/** A return that the partnership took into its record: what an authority reported for a quarter. */
export interface AcceptedReturn {
  readonly id: Id;
  readonly seat: AuthoritySeat;
  readonly authority: string;
  readonly quarterFirstDay: CalendarDate;
  readonly form: string;
  readonly revision: number;
  readonly acceptedAt: Date;
  /** Of everything that it says: what its acceptance covers. */
  readonly contentSha256: string;
}

/** Accepted returns of the quarter that begins on a day; of corrected ones the newest revision. */
export function acceptedReturns(
  tx: Tx,
  partnershipId: Id,
  quarterFirstDay: CalendarDate,
  asAt: AsAt,
): Promise<AcceptedReturn[]> {
  return tx.query<AcceptedReturn>(
    `select distinct on (a.name, f.name) r.id, a.kind as seat, a.name as authority,
            r.quarter_first_day::text as "quarterFirstDay", f.name as form, r.revision,
            d.decided_at as "acceptedAt", d.content_sha256 as "contentSha256"
       from quarterly_return r
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
       join return_form f on f.partnership_id = r.partnership_id and f.id = r.form_id
       join lateral (select d.decided_at, d.content_sha256 from return_decision d
                      where d.partnership_id = r.partnership_id and d.return_id = r.id
                        and d.leads_to_state = 'accepted' and ${asAt.happened('d.decided_at')}
                      order by d.decided_at desc limit 1) d on true
      where r.partnership_id = $1 and r.quarter_first_day = $2 and ${asAt.stateOf('r')} = 'accepted'
      order by a.name, f.name, r.revision desc`,
    [partnershipId, quarterFirstDay],
  );
}
