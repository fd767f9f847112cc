import { authoritiesFor, notPermitted, type Permission } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { formNameOf } from './form-name.js';
import type { SheetState } from './return-sheet.query.js';

export interface ListedReturn {
  readonly id: Id;
  readonly authority: string;
  /** The form that is answered; null where the partnership has one form only. */
  readonly form: string | null;
  readonly quarter: FinancialQuarter;
  readonly state: SheetState;
  /** 1 for a first return; a later one corrects it. */
  readonly revision: number;
  readonly dueOn: CalendarDate;
  readonly statutoryDueOn: CalendarDate;
  readonly lines: number;
  /** Lines on which the draft says something. */
  readonly said: number;
  readonly sentAt: Date | null;
  readonly sentBy: string | null;
  /** Whether the asker sent it or entered a figure of it, and so may not decide on it. */
  readonly own: boolean;
  readonly lastComment: string | null;
}

export interface WantedReturns {
  /** The right that says whose returns. */
  readonly permission: Permission;
  readonly states: readonly SheetState[];
  readonly order: 'soonest-due' | 'newest';
  readonly limit: number;
  /** How many to pass over; none when left out. */
  readonly offset?: number;
}

@Injectable()
export class ReturnsListQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** The returns in some states, of the authorities for which the actor holds a right: one page of them. */
  run(actor: Actor, partnershipId: Id, wanted: WantedReturns): Promise<ListedReturn[]> {
    const authorities = authoritiesFor(actor, wanted.permission, partnershipId);
    if (authorities.length === 0) throw notPermitted(wanted.permission);
    return this.work.read(actor, partnershipId, async (tx) => {
      const rows = await tx.query<Omit<ListedReturn, 'quarter'> & { firstDay: CalendarDate }>(
        `select r.id, a.name as authority, ${formNameOf('r', AsAt.now)} as form, r.state, r.revision, r.quarter_first_day::text as "firstDay",
                q.due_on::text as "dueOn", q.statutory_due_on::text as "statutoryDueOn",
                count(l.id)::int as lines, count(d.line_id)::int as said,
                sent.decided_at as "sentAt", sender.name as "sentBy",
                coalesce(sent.decided_by = $4 or bool_or(f.entered_by = $4), false) as own,
                latest.comment as "lastComment"
           from quarterly_return r
           join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
           join reporting_quarter q on q.partnership_id = r.partnership_id and q.first_day = r.quarter_first_day
           join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
           left join return_draft_value d on d.partnership_id = l.partnership_id and d.line_id = l.id
           left join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and f.superseded_at is null
           left join lateral (select decided_at, decided_by from return_decision s
                               where s.partnership_id = r.partnership_id and s.return_id = r.id
                                 and s.leads_to_state = 'submitted'
                               order by s.leads_to_version desc limit 1) sent on true
           left join lateral (select comment from return_decision c
                               where c.partnership_id = r.partnership_id and c.return_id = r.id
                               order by c.leads_to_version desc limit 1) latest on true
           left join person sender on sender.id = sent.decided_by
          where r.partnership_id = $1 and r.state = any($2) and ($3::uuid[] is null or r.authority_id = any($3))
          group by r.partnership_id, r.id, r.form_id, a.name, q.due_on, q.statutory_due_on, sent.decided_at, sent.decided_by,
                   sender.name, latest.comment
          order by ${wanted.order === 'newest' ? 'q.due_on desc' : 'q.due_on'}, a.name, r.id
          limit $5 offset $6`,
        [
          partnershipId,
          wanted.states,
          authorities === 'all' ? null : authorities,
          actor.personId,
          wanted.limit,
          wanted.offset ?? 0,
        ],
      );
      return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
    });
  }
}
