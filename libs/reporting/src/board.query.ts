import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, calendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import {
  type CountFacts,
  type Direction,
  type FactsAsStored,
  factsAsStored,
  MEASURE_FACTS_2,
  type MeasureFacts,
  type MeasureInputs,
  type QuarterLevel,
  quarterlyTarget,
  type Rag,
  type TargetStatus,
} from '@lib/performance';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { chartMarks, type ShownMark } from './chart-marks.js';
import { type MeasureQuarter, measureQuarters } from './measure-quarters.js';

export interface BoardMeasure {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'count' | 'composite';
  readonly direction: Direction;
  readonly rollingTwelveMonths: boolean;
  readonly priority: string | null;
  readonly priorityNumber: number | null;
  readonly owner: string;
  readonly status: TargetStatus;
  /** What the facts come to, in words. */
  readonly sentence: string;
  readonly facts: Omit<FactsAsStored, 'soFar' | 'sameQuarter' | 'rollingYear'>;
  /** What the target asks of each quarter by itself, April first; null where it has no number. */
  readonly quarterlyTarget: readonly QuarterLevel[] | null;
  /** What is declared beside the worked-out status and has not ended; null where nothing is. */
  readonly declared: { readonly rag: Rag; readonly reason: string; readonly expiresOn: CalendarDate } | null;
  /** The approved quarters and marks that its chart is drawn from; empty for one that is not among the worst. */
  readonly quarters: readonly MeasureQuarter[];
  readonly marks: readonly ShownMark[];
  readonly target: BoardTarget | null;
  readonly latest: { readonly quarter: FinancialQuarter; readonly count: string } | null;
}

export interface BoardTarget {
  readonly wording: string;
  /** What meets it, ends included. */
  readonly atLeast: string | null;
  readonly atMost: string | null;
  readonly baseline: string | null;
  readonly baselineExactness: 'exact' | 'back-calculated' | null;
  readonly baselineSource: string | null;
  readonly baselineRelease: string | null;
}

export interface LateReturn {
  readonly authority: string;
  readonly quarter: FinancialQuarter;
  readonly dueOn: CalendarDate;
}

/** What happened to a return after everybody else's was done. */
export interface ReturnChange {
  readonly authority: string;
  readonly quarter: FinancialQuarter;
  readonly what: 'reopened' | 'being-corrected' | 'corrected';
  readonly reason: string;
  /** When a reopening ends, or a correction was approved; null while it is on its way. */
  readonly on: CalendarDate | null;
}

export interface BoardFigures {
  readonly financialYear: number;
  /** Years that have results, newest first. */
  readonly years: readonly number[];
  /** A later year for which figures are approved already; null where there is none. */
  readonly newerYear: number | null;
  readonly plan: { readonly title: string; readonly source: string } | null;
  /** Where the year's approved figures were taken from, where that was recorded. */
  readonly figureSources: readonly { readonly source: string; readonly release: string }[];
  /** In the order of the plan. */
  readonly measures: readonly BoardMeasure[];
  readonly late: readonly LateReturn[];
  /** Quarters of the year that are open again for an authority, and accepted returns that were or are corrected. */
  readonly changes: readonly ReturnChange[];
}

@Injectable()
export class BoardQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * What the board sees of a financial year: approved figures only. Without a year, the newest one in which a target
   * is judged, or else the newest with results.
   */
  run(
    actor: Actor,
    partnershipId: Id,
    wantedYear: number | null,
    today: CalendarDate,
  ): Promise<BoardFigures | null> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const years = await yearsWithResults(tx, partnershipId);
      const financialYear = wantedYear ?? (years.find((year) => year.judged) ?? years[0])?.year;
      if (financialYear === undefined) return null;
      return {
        financialYear,
        years: years.map(({ year }) => year),
        newerYear: years.find(({ year, reported }) => reported && year > financialYear)?.year ?? null,
        plan: await planIn(tx, partnershipId, financialYear),
        figureSources: await sourcesIn(tx, partnershipId, financialYear),
        measures: await measuresIn(tx, partnershipId, financialYear, today),
        late: await lateReturns(tx, partnershipId, today),
        changes: await returnChanges(tx, partnershipId, financialYear, today),
      };
    });
  }
}

function yearsWithResults(
  tx: Tx,
  partnershipId: Id,
): Promise<{ year: number; judged: boolean; reported: boolean }[]> {
  return tx.query(
    `select financial_year as year, bool_or(target_status not in ('no-target', 'cannot-tell')) as judged,
            bool_or(facts ->> 'yearToDate' is not null) as reported
       from measure_result
      where partnership_id = $1 and superseded_at is null
      group by financial_year order by financial_year desc`,
    [partnershipId],
  );
}

async function planIn(tx: Tx, partnershipId: Id, financialYear: number): Promise<BoardFigures['plan']> {
  const [plan] = await tx.query<NonNullable<BoardFigures['plan']>>(
    `select p.title, v.source
       from plan_version v join plan p on p.partnership_id = v.partnership_id and p.id = v.plan_id
      where v.partnership_id = $1 and v.in_force_from < $3 and (v.in_force_until is null or v.in_force_until > $2)
      order by v.in_force_from desc, v.number desc limit 1`,
    [partnershipId, calendarDate(`${financialYear}-04-01`), calendarDate(`${financialYear + 1}-04-01`)],
  );
  return plan ?? null;
}

function sourcesIn(tx: Tx, partnershipId: Id, financialYear: number): Promise<BoardFigures['figureSources']> {
  return tx.query(
    `select distinct f.source, f.release
       from quarterly_return r
       join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
       join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and f.superseded_at is null
      where r.partnership_id = $1 and r.quarter_first_day >= $2 and r.quarter_first_day < $3
        and r.state in ('approved', 'accepted') and f.source is not null
      order by f.source, f.release`,
    [partnershipId, calendarDate(`${financialYear}-04-01`), calendarDate(`${financialYear + 1}-04-01`)],
  );
}

type MeasureRow = Omit<BoardMeasure, 'latest' | 'facts' | 'quarterlyTarget' | 'quarters' | 'marks'> & {
  readonly facts: MeasureFacts | CountFacts;
  readonly inputs: unknown;
  readonly latestQuarter: number | null;
  readonly latestCount: string | null;
};

/** Targets that are missed or in doubt, worst first. */
const OFF_TRACK: readonly TargetStatus[] = ['not-met', 'off-course', 'at-risk'];

/** Measures whose charts are on the board page; of more than these their own pages show the rest. */
const CHARTED = 6;

/** What is off track, worst first; among equals in the order of the plan. */
export function worstFirst<Measure extends { readonly status: TargetStatus }>(
  measures: readonly Measure[],
): Measure[] {
  return measures
    .filter(({ status }) => OFF_TRACK.includes(status))
    .sort((one, other) => OFF_TRACK.indexOf(one.status) - OFF_TRACK.indexOf(other.status));
}

/** One statement, from the results that stand, and one each for the charts of what is off track. */
async function measuresIn(
  tx: Tx,
  partnershipId: Id,
  financialYear: number,
  today: CalendarDate,
): Promise<BoardMeasure[]> {
  const rows = await tx.query<MeasureRow>(
    `select m.id, m.slug, d.name, d.unit, d.kind, d.direction,
            d.rolling_twelve_months as "rollingTwelveMonths", pr.title as priority, pr.number as "priorityNumber", a.name as owner,
            s.target_status as status, s.sentence,
            -- What only the measure's own page shows stays there.
            s.facts - 'soFar' - 'sameQuarter' - 'rollingYear' as facts,
            case when s.target_status = any($4) then s.inputs end as inputs,
            case when ds.id is not null then jsonb_build_object(
              'rag', ds.rag, 'reason', ds.reason, 'expiresOn', ds.expires_on) end as declared,
            case when t.id is not null then jsonb_build_object(
              'wording', t.wording, 'atLeast', t.at_least::text, 'atMost', t.at_most::text, 'baseline', t.baseline_value::text,
              'baselineExactness', t.baseline_exactness, 'baselineSource', t.baseline_source,
              'baselineRelease', t.baseline_release) end as target,
            latest.quarter::int as "latestQuarter", latest.count as "latestCount"
       from measure_result s
       join measure m on m.partnership_id = s.partnership_id and m.id = s.measure_id
       join measure_definition d on d.partnership_id = m.partnership_id and d.id = s.definition_id
       join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
       left join target t on t.partnership_id = s.partnership_id and t.id = s.target_id
       left join declared_status ds on ds.partnership_id = s.partnership_id and ds.measure_id = s.measure_id
                                   and ds.financial_year = s.financial_year and ds.superseded_at is null
                                   and ds.expires_on >= $3
       -- A count by itself was kept by the first rule set, an observation by the later ones.
       left join lateral (select c.quarter, coalesce(c.one ->> 'count', c.one #>> '{}') as count
                            from jsonb_array_elements(s.inputs -> 'quarters') with ordinality c(one, quarter)
                           where jsonb_typeof(c.one) <> 'null' order by c.quarter desc limit 1) latest on true
       left join lateral (select p.title, p.number, pm.number as position
                            from priority_measure pm
                            join priority p on p.partnership_id = pm.partnership_id and p.id = pm.priority_id
                            join plan_version v on v.partnership_id = p.partnership_id and v.id = p.plan_version_id
                           where pm.partnership_id = m.partnership_id and pm.measure_id = m.id
                           order by v.in_force_from desc, v.number desc limit 1) pr on true
      where s.partnership_id = $1 and s.financial_year = $2 and s.superseded_at is null
      order by pr.number nulls last, pr.position, d.name`,
    [partnershipId, financialYear, today, [...OFF_TRACK]],
  );
  const drawn = worstFirst(rows)
    .slice(0, CHARTED)
    .map(({ id }) => id);
  const quarters = await measureQuarters(tx, partnershipId, drawn);
  const marks = await chartMarks(tx, partnershipId, drawn);
  return rows.map(({ latestQuarter, latestCount, facts, inputs, ...row }) => ({
    ...row,
    facts: factsAsStored(facts),
    quarterlyTarget:
      inputs !== null && facts.ruleSet === MEASURE_FACTS_2 ? quarterlyTarget(inputs as MeasureInputs) : null,
    quarters: quarters.get(row.id) ?? [],
    marks: marks.get(row.id) ?? [],
    latest:
      latestQuarter === null || latestCount === null
        ? null
        : { quarter: FinancialQuarter.of(financialYear, latestQuarter as 1 | 2 | 3 | 4), count: latestCount },
  }));
}

async function lateReturns(tx: Tx, partnershipId: Id, today: CalendarDate): Promise<LateReturn[]> {
  const rows = await tx.query<{ authority: string; firstDay: CalendarDate; dueOn: CalendarDate }>(
    `select a.name as authority, q.first_day::text as "firstDay", q.due_on::text as "dueOn"
       from quarterly_return r
       join reporting_quarter q on q.partnership_id = r.partnership_id and q.first_day = r.quarter_first_day
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
      where r.partnership_id = $1 and r.revision = 1 and r.state not in ('approved', 'accepted') and q.due_on < $2
      order by q.due_on, a.name`,
    [partnershipId, today],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}

async function returnChanges(
  tx: Tx,
  partnershipId: Id,
  financialYear: number,
  today: CalendarDate,
): Promise<ReturnChange[]> {
  const rows = await tx.query<Omit<ReturnChange, 'quarter'> & { firstDay: CalendarDate }>(
    `select a.name as authority, o.quarter_first_day::text as "firstDay", 'reopened' as what, o.reason,
            o.expires_on::text as "on"
       from quarter_reopening o
       join authority a on a.partnership_id = o.partnership_id and a.id = o.authority_id
      where o.partnership_id = $1 and o.superseded_at is null and o.expires_on >= $4
        and o.quarter_first_day >= $2 and o.quarter_first_day < $3
     union all
     select a.name, r.quarter_first_day::text,
            case when d.decided_at is null then 'being-corrected' else 'corrected' end, r.restatement_reason,
            (d.decided_at at time zone 'Europe/London')::date::text
       from quarterly_return r
       join authority a on a.partnership_id = r.partnership_id and a.id = r.authority_id
       left join lateral (select max(d.decided_at) as decided_at from return_decision d
                           where d.partnership_id = r.partnership_id and d.return_id = r.id
                             and d.leads_to_state = 'approved' and r.state in ('approved', 'accepted')) d on true
      where r.partnership_id = $1 and r.revision > 1 and r.quarter_first_day >= $2 and r.quarter_first_day < $3
      order by 2, 1`,
    [
      partnershipId,
      calendarDate(`${financialYear}-04-01`),
      calendarDate(`${financialYear + 1}-04-01`),
      today,
    ],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}
