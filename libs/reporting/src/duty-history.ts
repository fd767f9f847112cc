import type { CalendarDate } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';

/** One thing that was ever said of an occurrence: of the work on it, or of what was found. */
export interface SaidOfOccurrence {
  readonly kind: 'progress' | 'assessment';
  /** A state of progress, a result, or `does-not-apply`. */
  readonly said: string;
  readonly doneOn: CalendarDate | null;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
}

/** Everything that was ever said of an occurrence, newest first; what was said instead of something keeps it. */
export function dutyHistory(
  tx: Tx,
  partnershipId: string,
  occurrence: string,
  asAt: AsAt,
): Promise<SaidOfOccurrence[]> {
  return tx.query<SaidOfOccurrence>(
    `select h.kind, h.said, h.done_on::text as "doneOn", h.words, p.name as by, h.recorded_at as at
       from (select 'progress' as kind, o.progress as said, o.done_on, o.words, o.recorded_by, o.recorded_at, o.id
               from duty_progress o
              where o.partnership_id = $1 and o.occurrence = $2 and ${asAt.happened('o.recorded_at')}
             union all
             select 'assessment', case when d.applies then d.result else 'does-not-apply' end, null, d.words,
                    d.recorded_by, d.recorded_at, d.id
               from duty_assessment d
              where d.partnership_id = $1 and d.occurrence = $2 and ${asAt.happened('d.recorded_at')}) h
       join person p on p.id = h.recorded_by
      order by h.recorded_at desc, h.id desc`,
    [partnershipId, occurrence],
  );
}
