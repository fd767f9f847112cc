import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';

/** What was found of an occurrence, with the law as its words were then. */
export interface ShownAssessment {
  readonly id: Id;
  readonly occurrence: string;
  readonly applies: boolean;
  readonly result: 'not-assessed' | 'met' | 'partly-met' | 'not-met';
  readonly words: string;
  readonly law: string;
  readonly wording: string;
  readonly by: string;
  readonly at: Date;
  /** False of a "met" whose evidence was rejected, withdrawn or has expired since: it has to be looked at again. */
  readonly holds: boolean;
}

/** @param day on which evidence must not have expired */
export function dutyAssessments(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  asAt: AsAt,
): Promise<ShownAssessment[]> {
  return tx.query<ShownAssessment>(
    `with covered as (
       select o.reference, o.bearer, range_agg(daterange(v.covers_from, v.covers_until)) as days
         from evidence_obligation o
         join evidence_version v on v.partnership_id = o.partnership_id and v.evidence_id = o.evidence_id
         join evidence_state s on s.partnership_id = v.partnership_id and s.version_id = v.id
        where o.partnership_id = $1 and ${asAt.stands('o')} and ${asAt.stands('s')} and s.state = 'accepted'
          and (v.expires_on is null or v.expires_on >= $2)
        group by o.reference, o.bearer)
     select d.id, d.occurrence, d.applies, d.result, d.words, d.law, d.wording, p.name as by, d.recorded_at as at,
            d.result <> 'met' or coalesce(c.days @> daterange(d.about_from, d.about_until), false) as holds
       from duty_assessment d
       join person p on p.id = d.recorded_by
       left join covered c on c.reference = split_part(d.occurrence, '/', 1)
        and c.bearer = split_part(d.occurrence, '/', 2)
      where d.partnership_id = $1 and ${asAt.stands('d')}`,
    [partnershipId, day],
  );
}
