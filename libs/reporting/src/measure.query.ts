import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, Clock, type Id, notFound } from '@lib/kernel';
import {
  type CountFacts,
  type Direction,
  type FactsAsStored,
  factsAsStored,
  MEASURE_FACTS_2,
  type MeasureFacts,
  type MeasureInputs,
  type MeasureKind,
  type QuarterLevel,
  quarterlyTarget,
  type Rag,
  type Sensitivity,
  type TargetStatus,
} from '@lib/performance';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type AskedOf, askedOf } from './asked-of.js';
import type { BoardTarget } from './board-figures.js';
import { breakdownsOf, type ShownBreakdown } from './breakdowns.js';
import { chartMarks, type ShownMark } from './chart-marks.js';
import { type MeasureQuarter, measureQuarters } from './measure-quarters.js';
import { newestPriority } from './newest-priority.js';

export interface MeasureYear {
  readonly financialYear: number;
  readonly status: TargetStatus;
  readonly sentence: string;
  readonly facts: FactsAsStored;
  /** What the target asks of each quarter by itself, April first; null where it has no number. */
  readonly quarterlyTarget: readonly QuarterLevel[] | null;
  /** What somebody declared beside the worked-out status, holding or ended; null where nobody did. */
  readonly declared: {
    readonly rag: Rag;
    readonly reason: string;
    readonly by: string;
    readonly expiresOn: CalendarDate;
  } | null;
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
        readonly changePercent: string | null;
        readonly course: 'usual-shares' | 'flat' | 'seasonal' | 'explicit';
        /** Why it took the place of another one; null for a first target. */
        readonly reason: string | null;
        readonly baselineLowest: string | null;
        readonly baselineHighest: string | null;
        readonly baselineFrom: CalendarDate | null;
        readonly baselineUntil: CalendarDate | null;
      })
    | null;
}

export interface MeasureFigures {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly direction: Direction;
  readonly sensitivity: Sensitivity;
  readonly rollingTwelveMonths: boolean;
  readonly wording: string;
  readonly source: string;
  /** What to bear in mind about its figures; null where nothing is said. */
  readonly caveats: string | null;
  readonly definitionVersion: number;
  /** The authority that answers for it. */
  readonly owner: string;
  /** Whom the return forms ask for it; null for nobody. */
  readonly askedOf: AskedOf | null;
  readonly priority: string | null;
  readonly components: readonly { readonly slug: string; readonly name: string }[];
  /** Oldest first; every quarter with an approved return. */
  readonly quarters: readonly MeasureQuarter[];
  readonly breakdowns: readonly ShownBreakdown[];
  /** By quarter. */
  readonly marks: readonly ShownMark[];
  /** Newest first. */
  readonly years: readonly MeasureYear[];
}

type Head = Omit<MeasureFigures, 'components' | 'quarters' | 'breakdowns' | 'marks' | 'years'> & {
  readonly definitionId: Id;
};

@Injectable()
export class MeasureQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A measure with its approved figures, its targets and how each year came out.
   *
   * @param asAtEndOf shows what stood at the end of a day; null for what stands
   */
  run(
    actor: Actor,
    partnershipId: Id,
    slug: string,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<MeasureFigures> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const day = asAtEndOf ?? this.clock.today();
      const found = await headOf(tx, partnershipId, slug, { asAt, day });
      if (!found) throw notFound('measure');
      const { definitionId, ...head } = found;
      const { id } = head;
      const quarters = await measureQuarters(tx, partnershipId, [id], asAt);
      const marks = await chartMarks(tx, partnershipId, [id], asAt);
      return {
        ...head,
        components: await componentsOf(tx, partnershipId, definitionId, { asAt, day }),
        quarters: quarters.get(id) ?? [],
        breakdowns: await breakdownsOf(tx, partnershipId, id, { asAt, day }),
        marks: marks.get(id) ?? [],
        years: await yearsOf(tx, partnershipId, id, asAt),
      };
    });
  }
}

/** What stood at a moment, and the day on which a definition has to be in force. */
interface SeenOn {
  readonly asAt: AsAt;
  readonly day: CalendarDate;
}

/** By the definition in force on a day; before the first one, by that. */
async function headOf(
  tx: Tx,
  partnershipId: Id,
  slug: string,
  { asAt, day }: SeenOn,
): Promise<Head | undefined> {
  const [head] = await tx.query<Head>(
    `select m.id, m.slug, d.id as "definitionId", d.name, d.unit, d.kind, d.direction, d.sensitivity,
            d.rolling_twelve_months as "rollingTwelveMonths", d.wording, d.source, d.caveats,
            d.version as "definitionVersion", a.name as owner,
            (${askedOf(asAt, '$3')}) as "askedOf",
            (select pr.title from (${newestPriority(asAt)}) pr) as priority
       from measure m
       join authority a on a.partnership_id = m.partnership_id and a.id = m.authority_id
       join measure_definition d on d.partnership_id = m.partnership_id and d.measure_id = m.id
      where m.partnership_id = $1 and m.slug = $2 and ${asAt.happened('d.recorded_at')}
      order by greatest(d.in_force_from - $3::date, 0), d.in_force_from desc limit 1`,
    [partnershipId, slug, day],
  );
  return head;
}

function componentsOf(
  tx: Tx,
  partnershipId: Id,
  definitionId: Id,
  { asAt, day }: SeenOn,
): Promise<{ slug: string; name: string }[]> {
  return tx.query(
    `select m.slug, d.name
       from measure_component c
       join measure m on m.partnership_id = c.partnership_id and m.id = c.component_id
       join lateral (select d.name from measure_definition d
                      where d.partnership_id = m.partnership_id and d.measure_id = m.id
                        and ${asAt.happened('d.recorded_at')}
                      order by greatest(d.in_force_from - $3::date, 0), d.in_force_from desc limit 1) d on true
      where c.partnership_id = $1 and c.definition_id = $2
      order by c.position`,
    [partnershipId, definitionId, day],
  );
}

type YearRow = Omit<MeasureYear, 'facts' | 'quarterlyTarget'> & {
  readonly facts: MeasureFacts | CountFacts;
  readonly inputs: unknown;
};

async function yearsOf(tx: Tx, partnershipId: Id, measureId: Id, asAt: AsAt): Promise<MeasureYear[]> {
  const rows = await tx.query<YearRow>(
    `select s.financial_year as "financialYear", s.target_status as status, s.sentence, s.facts, s.inputs,
            case when ds.id is not null then jsonb_build_object(
              'rag', ds.rag, 'reason', ds.reason, 'by', dp.name, 'expiresOn', ds.expires_on) end as declared,
            case when n.id is not null then jsonb_build_object(
              'lowest', n.lowest::text, 'highest', n.highest::text, 'exactness', n.exactness,
              'source', n.source, 'release', n.release) end as annual, s.rule_set as "ruleSet", s.computed_at as "computedAt",
            case when t.id is not null then jsonb_build_object(
              'wording', t.wording, 'atLeast', t.at_least::text, 'atMost', t.at_most::text,
              'changePercent', t.change_percent::text, 'course', t.course, 'reason', t.reason, 'baseline', t.baseline_value::text,
              'baselineExactness', t.baseline_exactness, 'baselineSource', t.baseline_source,
              'baselineRelease', t.baseline_release, 'baselineLowest', t.baseline_lowest::text,
              'baselineHighest', t.baseline_highest::text, 'baselineFrom', t.baseline_from,
              'baselineUntil', t.baseline_until) end as target
       from measure_result s
       left join target t on t.partnership_id = s.partnership_id and t.id = s.target_id
       left join annual_count n on n.partnership_id = s.partnership_id and n.measure_id = s.measure_id
                               and n.financial_year = s.financial_year and ${asAt.stands('n')}
       left join declared_status ds on ds.partnership_id = s.partnership_id and ds.measure_id = s.measure_id
                                   and ds.financial_year = s.financial_year and ${asAt.stands('ds', 'declared_at')}
       left join person dp on dp.id = ds.declared_by
      where s.partnership_id = $1 and s.measure_id = $2 and ${asAt.stands('s', 'computed_at')}
      order by s.financial_year desc`,
    [partnershipId, measureId],
  );
  return rows.map(({ facts, inputs, ...row }) => ({
    ...row,
    facts: factsAsStored(facts),
    // Earlier rule sets knew one course only and kept their inputs in another shape.
    quarterlyTarget: facts.ruleSet === MEASURE_FACTS_2 ? quarterlyTarget(inputs as MeasureInputs) : null,
  }));
}
