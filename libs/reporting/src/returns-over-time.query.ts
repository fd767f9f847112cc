import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';

/** What one authority was asked for in a quarter, and what came of it. */
export interface ReturnsOfQuarter {
  readonly authority: string;
  readonly quarter: FinancialQuarter;
  readonly dueOn: CalendarDate;
  /** One for each form: the London day on which it was first sent; null while it is not. */
  readonly firstSentOn: readonly (CalendarDate | null)[];
  /** How many figures were asked, and how many of them were said to be what, as last sent. */
  readonly figures: {
    readonly asked: number;
    /** A value, zero included, or nil. */
    readonly given: number;
    readonly notApplicable: number;
    readonly notAvailable: number;
    readonly suppressed: number;
  };
}

@Injectable()
export class ReturnsOverTimeQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * What every authority was asked for in the newest quarters, by authority, newest quarter first.
   *
   * @param quarters how many quarters, counted back from the newest that returns were made for
   * @param asAtEndOf shows what stood at the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    quarters: number,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<ReturnsOfQuarter[]> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const rows = await tx.query<Omit<ReturnsOfQuarter, 'quarter'> & { firstDay: CalendarDate }>(
        `with made as (
           select r.quarter_first_day, r.authority_id, r.form_id, r.id, r.revision
             from quarterly_return r
            where r.partnership_id = $1 and ${asAt.happened('r.made_at')}
              and r.quarter_first_day in (select distinct n.quarter_first_day from quarterly_return n
                                           where n.partnership_id = $1 and ${asAt.happened('n.made_at')}
                                           order by n.quarter_first_day desc limit $2)),
         sent as (
           select d.return_id, min(d.decided_at) as first_at
             from return_decision d
            where d.partnership_id = $1 and d.return_id in (select id from made)
              and d.leads_to_state = 'submitted' and ${asAt.happened('d.decided_at')}
            group by d.return_id),
         -- A return with its corrections: when it was first sent, and the revision that was sent last.
         asked as (
           select m.quarter_first_day, m.authority_id, m.form_id,
                  min(s.first_at) as first_at,
                  (array_agg(m.id order by s.first_at is null, case when s.first_at is null then m.revision else -m.revision end))[1] as shown_id
             from made m left join sent s on s.return_id = m.id
            group by m.quarter_first_day, m.authority_id, m.form_id),
         -- Worked out once, however few rows the planner expects.
         said as materialized (
           select a.quarter_first_day, a.authority_id, count(*)::int as asked,
                  count(*) filter (where f.kind in ('value', 'nil'))::int as given,
                  count(*) filter (where f.kind = 'not-applicable')::int as not_applicable,
                  count(*) filter (where f.kind = 'not-available')::int as not_available,
                  count(*) filter (where f.kind = 'suppressed')::int as suppressed
             from asked a
             join return_line l on l.partnership_id = $1 and l.return_id = a.shown_id
             left join figure f on f.partnership_id = $1 and f.line_id = l.id and ${asAt.stands('f')}
            group by a.quarter_first_day, a.authority_id)
         select body.name as authority, q.first_day::text as "firstDay", q.due_on::text as "dueOn",
                jsonb_agg((a.first_at at time zone 'Europe/London')::date order by a.form_id) as "firstSentOn",
                jsonb_build_object('asked', coalesce(said.asked, 0), 'given', coalesce(said.given, 0),
                  'notApplicable', coalesce(said.not_applicable, 0),
                  'notAvailable', coalesce(said.not_available, 0),
                  'suppressed', coalesce(said.suppressed, 0)) as figures
           from asked a
           join authority body on body.partnership_id = $1 and body.id = a.authority_id
           join ${asAt.quarters} q on q.partnership_id = $1 and q.first_day = a.quarter_first_day
           left join said on said.quarter_first_day = a.quarter_first_day and said.authority_id = a.authority_id
          group by body.name, q.first_day, q.due_on, said.asked, said.given, said.not_applicable,
                   said.not_available, said.suppressed
          order by body.name, q.first_day desc`,
        [partnershipId, quarters],
      );
      return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
    });
  }
}
