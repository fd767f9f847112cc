import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { AsAt } from './as-at.js';

export type PlanState = 'draft' | 'consultation' | 'adopted' | 'revised' | 'superseded' | 'discarded';

/** A step in the life of a version: what it became, who recorded that, when, and on which decision. */
export interface PlanVersionStep {
  readonly state: PlanState;
  readonly at: Date;
  readonly by: string;
  readonly decisionId: Id | null;
  /** Why a draft was discarded; null for every other step. */
  readonly reason: string | null;
}

export interface PlanVersionInTime {
  readonly id: Id;
  readonly planId: Id;
  readonly planTitle: string;
  readonly number: number;
  readonly source: string;
  readonly edits: number;
  readonly state: PlanState;
  readonly adoptedOn: CalendarDate | null;
  readonly decision: {
    readonly id: Id;
    readonly decidedOn: CalendarDate;
    readonly meeting: string;
    readonly wording: string;
  } | null;
  readonly inForceFrom: CalendarDate | null;
  readonly inForceUntil: CalendarDate | null;
  /** Reviewed and adopted as it was; null for a first version and before an adoption. */
  readonly nothingChanged: boolean | null;
  /** First to last. */
  readonly steps: readonly PlanVersionStep[];
}

type Row = Omit<PlanVersionInTime, 'steps'> & {
  readonly steps: readonly (Omit<PlanVersionStep, 'at'> & { readonly at: string })[];
};

/**
 * Every version of every plan: what its moves had made of it. Newest in force first, what is not adopted yet before
 * everything, and what was discarded after it.
 */
export async function planVersions(tx: Tx, partnershipId: Id, asAt: AsAt): Promise<PlanVersionInTime[]> {
  const rows = await tx.query<Row>(
    `select v.id, v.plan_id as "planId", p.title as "planTitle", v.number, v.source, v.edits, m.state,
            adoption.adopted_on::text as "adoptedOn",
            case when d.id is not null then jsonb_build_object('id', d.id, 'decidedOn', d.decided_on,
              'meeting', d.meeting, 'wording', d.wording) end as decision,
            m.in_force_from::text as "inForceFrom", m.in_force_until::text as "inForceUntil",
            adoption.nothing_changed as "nothingChanged", m.steps
       from plan_version v
       join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
       join lateral (select (array_agg(m.state order by m.number desc))[1] as state,
                            (array_agg(m.in_force_from order by m.number desc))[1] as in_force_from,
                            (array_agg(m.in_force_until order by m.number desc))[1] as in_force_until,
                            jsonb_agg(jsonb_build_object('state', m.state, 'at', m.recorded_at, 'by', one.name,
                              'decisionId', m.decision_id, 'reason', m.reason) order by m.number) as steps
                       from plan_version_move m join person one on one.id = m.recorded_by
                      where m.partnership_id = v.partnership_id and m.plan_version_id = v.id
                        and ${asAt.happened('m.recorded_at')}) m on m.state is not null
       left join plan_version_move adoption on adoption.partnership_id = v.partnership_id
             and adoption.plan_version_id = v.id and adoption.state = 'adopted'
             and ${asAt.happened('adoption.recorded_at')}
       left join board_decision d on d.partnership_id = adoption.partnership_id and d.id = adoption.decision_id
      where v.partnership_id = $1
      order by m.state = 'discarded', m.in_force_from desc nulls first, v.number desc`,
    [partnershipId],
  );
  return rows.map(({ steps, ...row }) => ({
    ...row,
    steps: steps.map((step) => ({ ...step, at: new Date(step.at) })),
  }));
}
