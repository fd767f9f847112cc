import { allows, authorise, ROLE_KEYS } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt, lastMoment } from './as-at.js';

/** A role held for a colleague who is away. */
export interface ShownDelegation {
  readonly id: Id;
  readonly role: string;
  readonly authority: string | null;
  /** Whose role it is, and who holds it. */
  readonly from: string;
  readonly to: string;
  readonly isOwn: boolean;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly reason: string;
}

/** A role of one's own, with the colleagues it can be lent to. */
export interface RoleToLend {
  readonly id: Id;
  readonly role: string;
  readonly authorityId: Id | null;
  readonly authority: string | null;
  readonly colleagues: readonly { readonly id: Id; readonly name: string }[];
}

@Injectable()
export class DelegationsQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * What the asker lent or holds for somebody, now or later, and what they can lend.
   *
   * @param asAtEndOf shows what was lent at the end of a day; null for now
   */
  run(
    actor: Actor,
    partnershipId: Id,
    now: Date,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<{ delegations: ShownDelegation[]; roles: RoleToLend[] }> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'returns.delegate', { partnershipId });
      const [asAt, at] = [AsAt.endOf(asAtEndOf), lastMoment(now, asAtEndOf)];
      const delegations = await tx.query<ShownDelegation>(
        `select r.id, r.role, a.name as authority, f.name as "from", t.name as "to", r.delegated_from = $2 as "isOwn",
                (r.held_from at time zone 'Europe/London')::date::text as "firstDay",
                ((r.held_until - interval '1 second') at time zone 'Europe/London')::date::text as "lastDay", r.reason
           from role_assignment r
           join person f on f.id = r.delegated_from
           join person t on t.id = r.person_id
           left join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
          where r.partnership_id = $1 and $2 in (r.delegated_from, r.person_id)
            and ${asAt.roleStands('r')} and r.held_until > $3
          order by r.held_from, t.name`,
        [partnershipId, actor.personId, at],
      );
      const roles = await tx.query<RoleToLend>(
        `select r.id, r.role, r.authority_id as "authorityId", a.name as authority,
                coalesce((select jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name))
                   from role_assignment o
                   join person p on p.id = o.person_id and p.suspended_at is null
                  where o.partnership_id = r.partnership_id and o.person_id <> r.person_id
                    and o.delegated_from is null and ${asAt.roleStands('o')} and o.held_from <= $3
                    and (o.held_until is null or o.held_until > $3)
                    and (r.authority_id is null or o.authority_id = r.authority_id)), '[]') as colleagues
           from role_assignment r
           left join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
          where r.partnership_id = $1 and r.person_id = $2 and r.delegated_from is null
            and r.role = any($4) and ${asAt.roleStands('r')} and r.held_from <= $3
            and (r.held_until is null or r.held_until > $3)
          order by r.role, a.name`,
        [partnershipId, actor.personId, at, ROLE_KEYS.filter((role) => allows(role, 'returns.delegate'))],
      );
      return { delegations, roles };
    });
  }
}
