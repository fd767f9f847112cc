import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, FinancialQuarter, type Id, notFound } from '@lib/kernel';
import type { CountFacts, TargetStatus } from '@lib/performance';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { BoardTarget } from './board.query.js';

/** The approved figure of a quarter. A composite has a count only where each of its components has one. */
export interface MeasureQuarter {
  readonly quarter: FinancialQuarter;
  readonly count: string | null;
  /** Why there is none, where the authority said so. */
  readonly notAvailable: string | null;
  readonly source: string | null;
  readonly release: string | null;
}

export interface MeasureYear {
  readonly financialYear: number;
  readonly status: TargetStatus;
  readonly sentence: string;
  readonly facts: CountFacts;
  /** The total of a year reported as a whole; null for one that is reported by quarter. */
  readonly annual: {
    readonly lowest: string;
    readonly highest: string;
    readonly exactness: 'exact' | 'back-calculated';
    readonly source: string;
    readonly release: string;
  } | null;
  readonly ruleSet: string;
  readonly computedAt: Date;
  readonly target:
    | (BoardTarget & {
        readonly baselineLowest: string | null;
        readonly baselineHighest: string | null;
        readonly baselineFrom: CalendarDate | null;
        readonly baselineUntil: CalendarDate | null;
      })
    | null;
}

export interface MeasureFigures {
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'count' | 'composite';
  readonly direction: 'lower' | 'higher' | 'context';
  readonly wording: string;
  readonly source: string;
  readonly definitionVersion: number;
  readonly owner: string;
  readonly priority: string | null;
  readonly components: readonly { readonly slug: string; readonly name: string }[];
  /** Oldest first; every quarter with an approved return. */
  readonly quarters: readonly MeasureQuarter[];
  /** Newest first. */
  readonly years: readonly MeasureYear[];
}

type Head = Omit<MeasureFigures, 'components' | 'quarters' | 'years'> & {
  readonly id: Id;
  readonly definitionId: Id;
};

@Injectable()
export class MeasureQuery {
  constructor(private readonly work: UnitOfWork) {}

  /** A measure with its approved figures, its targets and how each year came out. */
  run(actor: Actor, partnershipId: Id, slug: string): Promise<MeasureFigures> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const found = await headOf(tx, partnershipId, slug);
      if (!found) throw notFound('measure');
      const { id, definitionId, ...head } = found;
      const components = await componentsOf(tx, partnershipId, definitionId);
      const counted = components.length > 0 ? components.map((component) => component.id) : [id];
      return {
        ...head,
        components: components.map(({ slug, name }) => ({ slug, name })),
        quarters: await quartersOf(tx, partnershipId, counted),
        years: await yearsOf(tx, partnershipId, id),
      };
    });
  }
}

async function headOf(tx: Tx, partnershipId: Id, slug: string): Promise<Head | undefined> {
  const [head] = await tx.query<Head>(
    `select m.id, m.slug, d.id as "definitionId", d.name, d.unit, d.kind, d.direction, d.wording, d.source,
            d.version as "definitionVersion", a.name as owner,
            (select p.title from priority_measure pm
               join priority p on p.partnership_id = pm.partnership_id and p.id = pm.priority_id
              where pm.partnership_id = m.partnership_id and pm.measure_id = m.id limit 1) as priority
       from measure m
       join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
       join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id
      where m.partnership_id = $1 and m.slug = $2
      order by d.version desc limit 1`,
    [partnershipId, slug],
  );
  return head;
}

function componentsOf(
  tx: Tx,
  partnershipId: Id,
  definitionId: Id,
): Promise<{ id: Id; slug: string; name: string }[]> {
  return tx.query(
    `select distinct on (d.name, m.id) m.id, m.slug, d.name
       from measure_component c
       join measure m on m.partnership_id = c.partnership_id and m.id = c.component_id
       join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id
      where c.partnership_id = $1 and c.definition_id = $2
      order by d.name, m.id, d.version desc`,
    [partnershipId, definitionId],
  );
}

async function quartersOf(tx: Tx, partnershipId: Id, measureIds: readonly Id[]): Promise<MeasureQuarter[]> {
  const rows = await tx.query<Omit<MeasureQuarter, 'quarter'> & { firstDay: CalendarDate }>(
    `select r.quarter_first_day::text as "firstDay",
            case when count(f.value) = $3 then sum(f.value)::text end as count,
            string_agg(distinct f.reason, '; ') as "notAvailable",
            string_agg(distinct f.source, '; ') as source, string_agg(distinct f.release, '; ') as release
       from quarterly_return r
       join return_line l on l.partnership_id = r.partnership_id and l.return_id = r.id
       join figure f on f.partnership_id = l.partnership_id and f.line_id = l.id and f.superseded_at is null
      where r.partnership_id = $1 and r.state in ('approved', 'accepted') and l.measure_id = any($2)
      group by r.quarter_first_day order by r.quarter_first_day`,
    [partnershipId, measureIds, measureIds.length],
  );
  return rows.map(({ firstDay, ...row }) => ({ ...row, quarter: FinancialQuarter.containing(firstDay) }));
}

function yearsOf(tx: Tx, partnershipId: Id, measureId: Id): Promise<MeasureYear[]> {
  return tx.query<MeasureYear>(
    `select s.financial_year as "financialYear", s.target_status as status, s.sentence, s.facts,
            case when n.id is not null then jsonb_build_object(
              'lowest', n.lowest::text, 'highest', n.highest::text, 'exactness', n.exactness,
              'source', n.source, 'release', n.release) end as annual, s.rule_set as "ruleSet", s.computed_at as "computedAt",
            case when t.id is not null then jsonb_build_object(
              'wording', t.wording, 'passMark', t.pass_mark::text, 'baseline', t.baseline_value::text,
              'baselineExactness', t.baseline_exactness, 'baselineSource', t.baseline_source,
              'baselineRelease', t.baseline_release, 'baselineLowest', t.baseline_lowest::text,
              'baselineHighest', t.baseline_highest::text, 'baselineFrom', t.baseline_from,
              'baselineUntil', t.baseline_until) end as target
       from measure_result s
       left join target t on t.partnership_id = s.partnership_id and t.id = s.target_id
       left join annual_count n on n.partnership_id = s.partnership_id and n.measure_id = s.measure_id
                               and n.financial_year = s.financial_year and n.superseded_at is null
      where s.partnership_id = $1 and s.measure_id = $2 and s.superseded_at is null
      order by s.financial_year desc`,
    [partnershipId, measureId],
  );
}
