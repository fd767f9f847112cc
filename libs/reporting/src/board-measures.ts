import { type CalendarDate, FinancialQuarter, type Id } from '@lib/kernel';
import {
  type CountFacts,
  factsAsStored,
  MEASURE_FACTS_2,
  type MeasureFacts,
  type MeasureInputs,
  type Observation,
  quarterlyTarget,
  type TargetStatus,
} from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';
import type { BoardMeasure } from './board-figures.js';
import { chartMarks } from './chart-marks.js';
import { measureQuarters } from './measure-quarters.js';
import { newestPriority } from './newest-priority.js';
import { publishedAs } from './published-as.js';

type MeasureRow = Omit<
  BoardMeasure,
  'latest' | 'facts' | 'quarterlyTarget' | 'quarters' | 'marks' | 'publishedAs'
> & {
  readonly facts: MeasureFacts | CountFacts;
  readonly inputs: unknown;
  readonly latestQuarter: number | null;
  readonly latestFigure: Observation | number | null;
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

/** One statement, from the results that stand or stood, and one each for the charts of what is off track. */
export async function boardMeasures(
  tx: Tx,
  partnershipId: Id,
  financialYear: number,
  today: CalendarDate,
  asAt: AsAt,
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
            latest.quarter::int as "latestQuarter", latest.figure as "latestFigure"
       from measure_result s
       join measure m on m.partnership_id = s.partnership_id and m.id = s.measure_id
       join measure_definition d on d.partnership_id = m.partnership_id and d.id = s.definition_id
       join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
       left join target t on t.partnership_id = s.partnership_id and t.id = s.target_id
       left join declared_status ds on ds.partnership_id = s.partnership_id and ds.measure_id = s.measure_id
                                   and ds.financial_year = s.financial_year and ${asAt.stands('ds', 'declared_at')}
                                   and ds.expires_on >= $3
       -- A count by itself was kept by the first rule set, an observation by the later ones.
       left join lateral (select c.quarter, c.one as figure
                            from jsonb_array_elements(s.inputs -> 'quarters') with ordinality c(one, quarter)
                           where jsonb_typeof(c.one) <> 'null' order by c.quarter desc limit 1) latest on true
       left join lateral (${newestPriority(asAt)}) pr on true
      where s.partnership_id = $1 and s.financial_year = $2 and ${asAt.stands('s', 'computed_at')}
      order by pr.number nulls last, pr.position, d.name`,
    [partnershipId, financialYear, today, [...OFF_TRACK]],
  );
  const drawn = worstFirst(rows)
    .slice(0, CHARTED)
    .map(({ id }) => id);
  const quarters = await measureQuarters(tx, partnershipId, drawn, asAt);
  const marks = await chartMarks(tx, partnershipId, drawn, asAt);
  const published = await publishedAs(tx, partnershipId, drawn, asAt);
  return rows.map(({ latestQuarter, latestFigure, facts, inputs, ...row }) => ({
    ...row,
    facts: factsAsStored(facts),
    quarterlyTarget:
      inputs !== null && facts.ruleSet === MEASURE_FACTS_2 ? quarterlyTarget(inputs as MeasureInputs) : null,
    quarters: quarters.get(row.id) ?? [],
    marks: marks.get(row.id) ?? [],
    publishedAs: published.get(row.id) ?? null,
    latest:
      latestQuarter === null || latestFigure === null
        ? null
        : {
            quarter: FinancialQuarter.of(financialYear, latestQuarter as 1 | 2 | 3 | 4),
            observation:
              typeof latestFigure === 'number' ? { type: 'count', count: latestFigure } : latestFigure,
          },
  }));
}
