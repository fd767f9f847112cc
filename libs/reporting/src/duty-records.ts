import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AuthoritySeat, Happening, PartnershipProfile, Records } from '@lib/statutory';
import type { AsAt } from './as-at.js';
import { dutyAssessments, type ShownAssessment } from './duty-assessments.js';

/** How far an occurrence has come, as it was last written down. */
export interface ShownProgress {
  readonly occurrence: string;
  readonly progress: 'to-do' | 'in-progress' | 'in-review' | 'done';
  readonly doneOn: CalendarDate | null;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
}

export interface ShownHappening extends Happening {
  readonly words: string;
  readonly by: string;
}

/** Everything that the law asks to know about a partnership, and everything that is written down about its duties. */
export interface DutyRecords {
  readonly profile: PartnershipProfile;
  /** Who sits in the seats on the day, by their own names. */
  readonly members: readonly { readonly seat: AuthoritySeat; readonly name: string }[];
  readonly policingBody: string;
  /** Newest first. */
  readonly happenings: readonly ShownHappening[];
  readonly progress: readonly ShownProgress[];
  readonly assessments: readonly ShownAssessment[];
  readonly records: Records;
}

type Setting = Omit<DutyRecords, 'happenings' | 'progress' | 'assessments' | 'records' | 'profile'> & {
  readonly profile: Omit<PartnershipProfile, 'members'>;
  readonly since: CalendarDate;
};

/** @param day the day whose responsible authorities are asked */
export async function dutyRecords(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  asAt: AsAt,
): Promise<DutyRecords> {
  const [setting] = await tx.query<Setting>(
    `select jsonb_build_object('nation', p.nation, 'council', p.council, 'policingBody', p.policing_body,
              'fireAuthority', p.fire_authority, 'pilots', p.pilots) as profile,
            p.local_policing_body as "policingBody", p.duties_since::text as since,
            coalesce((select jsonb_agg(jsonb_build_object('seat', a.kind, 'name', a.name) order by a.name)
                        from authority a
                       where a.partnership_id = p.id and a.member_from <= $2
                         and (a.member_until is null or a.member_until > $2)), '[]') as members
       from partnership p where p.id = $1`,
    [partnershipId, day],
  );
  const { profile, since, ...people } = setting!;
  const happenings = await tx.query<ShownHappening>(
    `select h.id, h.trigger, h.happened_on::text as "on", h.bearer, h.due_on::text as "dueOn", h.words, p.name as by
       from duty_happening h
       join person p on p.id = h.recorded_by
      where h.partnership_id = $1 and ${asAt.stands('h')}
      order by h.happened_on desc, h.id`,
    [partnershipId],
  );
  const progress = await tx.query<ShownProgress>(
    `select o.occurrence, o.progress, o.done_on::text as "doneOn", o.words, p.name as by, o.recorded_at as at
       from duty_progress o
       join person p on p.id = o.recorded_by
      where o.partnership_id = $1 and ${asAt.stands('o')}`,
    [partnershipId],
  );
  const seats = [...new Set(people.members.map(({ seat }) => seat))];
  return {
    ...people,
    profile: { ...profile, members: seats } as PartnershipProfile,
    ...{ happenings, progress },
    assessments: await dutyAssessments(tx, partnershipId, day, asAt),
    records: {
      keptSince: since,
      happenings,
      doings: progress.flatMap(({ occurrence, doneOn }) => (doneOn ? [{ occurrence, on: doneOn }] : [])),
    },
  };
}
