import type { CalendarDate, Id } from '@lib/kernel';
import type { MeasureKind } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import type { BoardMeeting } from './last-board.js';
import type { Span } from './span.js';

/** What a target says: its wording, and what meets it, ends included. */
export interface SaidTarget {
  readonly wording: string;
  readonly atLeast: string | null;
  readonly atMost: string | null;
}

/** A target that stands and did not, beside the one whose place it took. */
export interface ChangedTarget {
  readonly measureSlug: string;
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly unit: string;
  readonly appliesFrom: CalendarDate;
  readonly before: SaidTarget | null;
  readonly after: SaidTarget;
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly decision: BoardMeeting | null;
}

/** Measure by measure. */
export function changedTargets(
  tx: Tx,
  partnershipId: Id,
  day: CalendarDate,
  span: Span,
): Promise<ChangedTarget[]> {
  const said = (row: string) =>
    `jsonb_build_object('wording', ${row}.wording, 'atLeast', ${row}.at_least::text, 'atMost', ${row}.at_most::text)`;
  return tx.query(
    `select m.slug as "measureSlug", ${span.measureName('m.id', '$2')} as measure, f.kind, f.unit,
            t.applies_from::text as "appliesFrom", case when b.id is not null then ${said('b')} end as before,
            ${said('t')} as after, p.name as by, t.recorded_at as at, t.reason,
            case when d.id is not null then jsonb_build_object('on', d.decided_on, 'meeting', d.meeting) end as decision
       from target t
       join measure m on m.partnership_id = t.partnership_id and m.id = t.measure_id
       join measure_definition f on f.partnership_id = t.partnership_id and f.id = t.definition_id
       join person p on p.id = t.recorded_by
       left join board_decision d on d.partnership_id = t.partnership_id and d.id = t.decision_id
       left join target b on b.partnership_id = t.partnership_id and b.measure_id = t.measure_id
                         and b.applies_from = t.applies_from and ${span.from.stands('b')}
      where t.partnership_id = $1 and ${span.isNew('t')}
      order by measure, t.applies_from`,
    [partnershipId, day],
  );
}
