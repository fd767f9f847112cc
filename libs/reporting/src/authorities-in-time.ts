import type { CalendarDate, DateRange, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AuthoritySeat } from '@lib/statutory';

/** A responsible authority while it is, or was, one; a seat is held by one after another. */
export interface AuthorityInTime {
  readonly id: Id;
  readonly name: string;
  readonly seat: AuthoritySeat;
  readonly membership: DateRange;
}

/** Every responsible authority there is or was, by name. */
export function authoritiesInTime(tx: Tx, partnershipId: Id): Promise<AuthorityInTime[]> {
  type Row = Omit<AuthorityInTime, 'membership'> & { from: CalendarDate; until: CalendarDate | null };
  return tx
    .query<Row>(
      `select id, name, kind as seat, member_from::text as "from", member_until::text as until
         from authority where partnership_id = $1 order by name, id`,
      [partnershipId],
    )
    .then((rows) => rows.map(({ from, until, ...one }) => ({ ...one, membership: { from, until } })));
}
