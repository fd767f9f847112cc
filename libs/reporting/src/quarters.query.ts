import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { formNameOf } from './form-name.js';
import type { SheetState } from './return-sheet.query.js';

/** What an authority's return for a quarter came to. */
export interface ReturnInQuarter {
  readonly authorityId: Id;
  readonly authority: string;
  /** The form that is answered; null where the partnership has one form only. */
  readonly form: string | null;
  /** Of the newest revision. */
  readonly state: SheetState;
  readonly revision: number;
  /** The London day on which it was first sent: corrections neither improve nor worsen it. */
  readonly firstSentOn: CalendarDate | null;
  readonly reopenedUntil: CalendarDate | null;
}

/** A quarter with its dates and what every authority made of it. */
export interface QuarterOfReturns {
  readonly quarter: FinancialQuarter;
  readonly opensOn: CalendarDate | null;
  readonly openedAt: Date | null;
  readonly dueOn: CalendarDate;
  readonly statutoryDueOn: CalendarDate;
  readonly lastNewOn: CalendarDate | null;
  readonly lastEditOn: CalendarDate | null;
  readonly closedAt: Date | null;
  /** By the name of the authority. */
  readonly returns: readonly ReturnInQuarter[];
}

@Injectable()
export class QuartersQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The newest quarters that were planned or opened, newest first, with who sent what and when.
   *
   * @param asAtEndOf shows what stood at the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    limit: number,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<QuarterOfReturns[]> {
    return this.read(actor, partnershipId, { limit, only: null, asAt: AsAt.endOf(asAtEndOf) });
  }

  /** One quarter; null where nobody has planned it. */
  async find(actor: Actor, partnershipId: Id, quarter: FinancialQuarter): Promise<QuarterOfReturns | null> {
    const [found] = await this.read(actor, partnershipId, {
      ...{ limit: 1, only: quarter.firstDay, asAt: AsAt.now },
    });
    return found ?? null;
  }

  private read(
    actor: Actor,
    partnershipId: Id,
    { limit, only, asAt }: { limit: number; only: CalendarDate | null; asAt: AsAt },
  ): Promise<QuarterOfReturns[]> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const rows = await tx.query<Omit<QuarterOfReturns, 'quarter'> & { firstDay: CalendarDate }>(
        `select q.first_day::text as "firstDay", q.opens_on::text as "opensOn", q.opened_at as "openedAt",
                q.due_on::text as "dueOn", q.statutory_due_on::text as "statutoryDueOn",
                q.last_new_on::text as "lastNewOn", q.last_edit_on::text as "lastEditOn", q.closed_at as "closedAt",
                coalesce((select jsonb_agg(jsonb_build_object('authorityId', a.id, 'authority', a.name, 'form', ${formNameOf('first', asAt)},
                            'state', newest.state, 'revision', newest.revision,
                            'firstSentOn', (sent.at at time zone 'Europe/London')::date,
                            'reopenedUntil', o.expires_on) order by a.name, first.form_id)
                   from quarterly_return first
                   join authority a on a.partnership_id = first.partnership_id and a.id = first.authority_id
                   join lateral (select ${asAt.stateOf('r')} as state, r.revision from quarterly_return r
                                  where r.partnership_id = first.partnership_id
                                    and r.quarter_first_day = first.quarter_first_day
                                    and r.authority_id = first.authority_id and r.form_id = first.form_id
                                    and ${asAt.happened('r.made_at')}
                                  order by r.revision desc limit 1) newest on true
                   left join lateral (select min(d.decided_at) as at from return_decision d
                                       where d.partnership_id = first.partnership_id and d.return_id = first.id
                                         and d.leads_to_state = 'submitted' and ${asAt.happened('d.decided_at')}) sent on true
                   left join quarter_reopening o on o.partnership_id = first.partnership_id
                    and o.quarter_first_day = first.quarter_first_day and o.authority_id = first.authority_id
                    and ${asAt.stands('o', 'reopened_at')}
                  where first.partnership_id = q.partnership_id and first.quarter_first_day = q.first_day
                    and first.revision = 1 and ${asAt.happened('first.made_at')}), '[]') as returns
           from ${asAt.quarters} q
          where q.partnership_id = $1 and ($3::date is null or q.first_day = $3)
          order by q.first_day desc limit $2`,
        [partnershipId, limit, only],
      );
      return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
    });
  }
}
