import { authorise } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt, lastMoment } from './as-at.js';

export interface ListedPerson {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  /** As it is now, whichever day is asked for. */
  readonly suspended: boolean;
  readonly roles: readonly {
    readonly assignmentId: Id;
    readonly role: string;
    readonly authority: string | null;
    /** Whose role it is, where it is held for somebody who is away. */
    readonly heldFor: string | null;
  }[];
}

@Injectable()
export class PeopleQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The people who hold a role in the partnership, by name.
   *
   * @param asAtEndOf shows who held one at the end of a day; null for now
   */
  run(
    actor: Actor,
    partnershipId: Id,
    now: Date,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<ListedPerson[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'people.view', { partnershipId });
      return tx.query<ListedPerson>(
        `select p.id, p.name, p.email, p.suspended_at is not null as suspended,
                jsonb_agg(jsonb_build_object('assignmentId', ra.id, 'role', ra.role, 'authority', a.name, 'heldFor', f.name)
                          order by ra.role, a.name) as roles
           from role_assignment ra
           join person p on p.id = ra.person_id
           left join person f on f.id = ra.delegated_from
           left join authority a on a.partnership_id = ra.partnership_id and a.id = ra.authority_id
          where ra.partnership_id = $1 and ${AsAt.endOf(asAtEndOf).roleStands('ra')}
            and ra.held_from <= $2 and (ra.held_until is null or ra.held_until > $2)
          group by p.id order by p.name`,
        [partnershipId, lastMoment(now, asAtEndOf)],
      );
    });
  }
}
