import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type Id, isId, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import type { AuthoritySeat } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { authoritiesInTime, type AuthorityInTime } from './authorities-in-time.js';

/** Who attended for an authority; nobody says that it was not represented. */
export interface Attendance {
  readonly authorityId: Id;
  readonly authority: string;
  readonly seat: AuthoritySeat;
  /** In the order in which they were entered. */
  readonly people: readonly { readonly name: string; readonly post: string; readonly isSenior: boolean }[];
}

export interface ShownMeeting {
  readonly id: Id;
  readonly kind: 'public-meeting' | 'strategy-group' | 'crime-and-disorder-committee';
  readonly heldOn: CalendarDate;
  readonly place: string;
  readonly discussed: string;
  /** Where its day and what was discussed were made public; null where they were not. */
  readonly publicAt: string | null;
  /** Of every responsible authority of the day it was held, by name. */
  readonly attendance: readonly Attendance[];
  /** The record that this one put right, and what was wrong with it; null for a first one. */
  readonly insteadOf: Id | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** A record of a meeting, which may not stand any more. */
export interface MeetingRecord extends ShownMeeting {
  readonly stands: boolean;
  /** The record that put this one right; null where none did. */
  readonly correctedBy: Id | null;
}

@Injectable()
export class MeetingsQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** The meetings on record, newest first. */
  run(actor: Actor, partnershipId: Id, asAt = AsAt.now): Promise<ShownMeeting[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return meetings(tx, partnershipId, asAt);
    });
  }

  /** One record of a meeting, also one that was put right or taken back. Throws `not-found`. */
  one(actor: Actor, partnershipId: Id, id: string, asAt = AsAt.now): Promise<MeetingRecord> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const [record] = isId(id)
        ? await tx.query<MeetingRecord>(
            `select ${COLUMNS}, ${asAt.stands('m')} as stands,
                    (select n.id from meeting n
                      where n.partnership_id = m.partnership_id and n.supersedes_id = m.id
                        and ${asAt.happened('n.recorded_at')}) as "correctedBy"
               from meeting m join person p on p.id = m.recorded_by
              where m.partnership_id = $1 and m.id = $2 and ${asAt.happened('m.recorded_at')}`,
            [partnershipId, id],
          )
        : [];
      if (!record) throw notFound('meeting');
      return record;
    });
  }

  /** Every responsible authority there is or was: whoever records a meeting chooses from those of its day. */
  authorities(actor: Actor, partnershipId: Id): Promise<AuthorityInTime[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'duties.record', { partnershipId });
      return authoritiesInTime(tx, partnershipId);
    });
  }
}

/** The meetings that stand, newest first. */
export function meetings(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<ShownMeeting[]> {
  return tx.query(
    `select ${COLUMNS}
       from meeting m join person p on p.id = m.recorded_by
      where m.partnership_id = $1 and ${asAt.stands('m')}
      order by m.held_on desc, m.recorded_at desc`,
    [partnershipId],
  );
}

const COLUMNS = `m.id, m.kind, m.held_on::text as "heldOn", m.place, m.discussed, m.public_at as "publicAt",
  m.supersedes_id as "insteadOf", m.reason, p.name as by, m.recorded_at as at,
  coalesce((select jsonb_agg(jsonb_build_object('authorityId', a.id, 'authority', a.name, 'seat', a.kind, 'people',
              coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'post', t.post, 'isSenior', t.is_senior)
                                         order by t.number)
                          from meeting_attendee t
                         where t.partnership_id = m.partnership_id and t.meeting_id = m.id
                           and t.authority_id = a.id), '[]')) order by a.name)
     from authority a
    where a.partnership_id = m.partnership_id and a.member_from <= m.held_on
      and (a.member_until is null or a.member_until > m.held_on)), '[]') as attendance`;
