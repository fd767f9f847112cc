import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { BoardMeeting } from './last-board.js';
import type { Span } from './span.js';

interface NamedVersion {
  readonly id: Id;
  readonly planTitle: string;
  readonly number: number;
}

/** A version of the plan that was adopted, beside the one that was adopted before it. */
export interface AdoptedPlan {
  readonly before: NamedVersion | null;
  readonly after: NamedVersion;
  readonly inForceFrom: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly decision: BoardMeeting | null;
}

/** First to last. A draft is nobody's business yet. */
export function adoptedPlans(tx: Tx, partnershipId: Id, span: Span): Promise<AdoptedPlan[]> {
  return tx.query(
    `with adoption as (
       select m.*, jsonb_build_object('id', v.id, 'planTitle', p.title, 'number', v.number) as version
         from plan_version_move m
         join plan_version v on v.partnership_id = m.partnership_id and v.id = m.plan_version_id
         join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
        where m.partnership_id = $1 and m.state = 'adopted')
     select m.version as after, m.in_force_from::text as "inForceFrom", one.name as by, m.recorded_at as at,
            (select b.version from adoption b where b.recorded_at < m.recorded_at
              order by b.recorded_at desc limit 1) as before,
            case when d.id is not null then jsonb_build_object('on', d.decided_on, 'meeting', d.meeting) end as decision
       from adoption m
       join person one on one.id = m.recorded_by
       left join board_decision d on d.partnership_id = m.partnership_id and d.id = m.decision_id
      where ${span.within('m.recorded_at')}
      order by m.recorded_at`,
    [partnershipId],
  );
}
