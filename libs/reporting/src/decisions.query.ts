import { authorise } from '@lib/access';
import type { Actor, CalendarDate, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';

export interface ListedDecision {
  readonly id: Id;
  readonly decidedOn: CalendarDate;
  readonly meeting: string;
  readonly wording: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** The versions of the plan that were adopted on it. */
  readonly versions: readonly { readonly id: Id; readonly planTitle: string; readonly number: number }[];
  /** The targets that rest on it. */
  readonly targets: readonly {
    readonly measureSlug: string;
    readonly measure: string;
    readonly wording: string;
  }[];
}

@Injectable()
export class DecisionsQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** The board's decisions, newest first, with what rests on each. */
  run(actor: Actor, partnershipId: Id, asAt = AsAt.now): Promise<ListedDecision[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return tx.query(
        `select d.id, d.decided_on::text as "decidedOn", d.meeting, d.wording, one.name as "recordedBy",
                d.recorded_at as "recordedAt",
                coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'planTitle', p.title, 'number', v.number)
                                           order by v.number)
                   from plan_version_move m
                   join plan_version v on v.partnership_id = m.partnership_id and v.id = m.plan_version_id
                   join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
                  where m.partnership_id = d.partnership_id and m.decision_id = d.id
                    and ${asAt.happened('m.recorded_at')}), '[]') as versions,
                coalesce((select jsonb_agg(jsonb_build_object('measureSlug', m.slug, 'measure', f.name,
                                                              'wording', t.wording) order by f.name)
                   from target t
                   join measure m on m.partnership_id = t.partnership_id and m.id = t.measure_id
                   join measure_definition f on f.partnership_id = t.partnership_id and f.id = t.definition_id
                  where t.partnership_id = d.partnership_id and t.decision_id = d.id
                    and ${asAt.happened('t.recorded_at')}), '[]') as targets
           from board_decision d
           join person one on one.id = d.recorded_by
          where d.partnership_id = $1 and ${asAt.happened('d.recorded_at')}
          order by d.decided_on desc, d.recorded_at desc`,
        [partnershipId],
      );
    });
  }
}
