import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, contains, type Id } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import type { AuthoritySeat } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { authoritiesInTime, type AuthorityInTime } from './authorities-in-time.js';

/** Whom an authority nominated to help information to be shared, from a day until the next one. */
export interface ShownNominee {
  readonly id: Id;
  readonly authorityId: Id;
  readonly authority: string;
  readonly seat: AuthoritySeat;
  /** Null, like the post, where nobody is nominated from that day on. */
  readonly name: string | null;
  readonly post: string | null;
  readonly from: CalendarDate;
  /** The day on which the next one took over, or the authority left; null where neither is known. */
  readonly until: CalendarDate | null;
}

/** An authority of a day with whom it nominates on that day; null for nobody. */
export interface SeatOnDay extends AuthorityInTime {
  readonly nominee: (ShownNominee & { readonly name: string; readonly post: string }) | null;
  /** The newest nomination, which may be one to come: whoever records another says that they saw it. */
  readonly newest: Id | null;
}

export interface NomineesInTime {
  /** By the name of the authority. */
  readonly onDay: readonly SeatOnDay[];
  /** Of all authorities there were, newest first. */
  readonly all: readonly ShownNominee[];
}

@Injectable()
export class NomineesQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** @param day whose authorities and nominees are asked */
  run(actor: Actor, partnershipId: Id, day: CalendarDate, asAt = AsAt.now): Promise<NomineesInTime> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const all = await nominees(tx, partnershipId, asAt);
      const authorities = await authoritiesInTime(tx, partnershipId);
      const onDay = authorities
        .filter(({ membership }) => contains(membership, day))
        .map((authority) => {
          const own = all.filter(({ authorityId }) => authorityId === authority.id);
          return { ...authority, nominee: nomineeOn(own, day), newest: own[0]?.id ?? null };
        });
      return { onDay, all };
    });
  }
}

/** Who is and was nominated, newest first. */
export function nominees(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<ShownNominee[]> {
  return tx.query(
    `select n.id, n.authority_id as "authorityId", a.name as authority, a.kind as seat, n.name, n.post,
            n.from_on::text as "from",
            least(lead(n.from_on) over (partition by n.authority_id order by n.from_on), a.member_until)::text as until
       from nominee n
       join authority a on a.partnership_id = n.partnership_id and a.id = n.authority_id
      where n.partnership_id = $1 and ${asAt.stands('n')}
      order by n.from_on desc, a.name, n.id`,
    [partnershipId],
  );
}

function nomineeOn(own: readonly ShownNominee[], day: CalendarDate): SeatOnDay['nominee'] {
  const then = own.find((one) => contains(one, day));
  return then?.name != null && then.post != null ? { ...then, name: then.name, post: then.post } : null;
}
