import { authorise } from '@lib/access';
import { type Actor, type CalendarDate, type DateRange, type Id, notFound } from '@lib/kernel';
import { MEASURE_FACTS_2, type MeasureInputs, type MeasureKind, type TargetStatus } from '@lib/performance';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AsAt } from './as-at.js';
import { type MeasureQuarter, measureQuarters } from './measure-quarters.js';
import { ownSeriesLabels, ownTableName } from './own-table-names.js';
import { pinnedTargets } from './pinned-targets.js';
import type { PublishedAs } from './published-as.js';
import { type PublishedQuarter, publishedQuarters } from './published-quarters.js';
import {
  type PinnedTarget,
  rejudged,
  type RejudgedYear,
  type RevisedTarget,
  revisedTargets,
} from './published-revisions.js';
import { sumToAdd } from './published-sum-to-add.js';

/** Which published figures a measure is the same as. */
export interface ShownPublishedSum extends PublishedAs {
  /** What the table of one's own is called that it is in; null for any other source. */
  readonly tableName: string | null;
  /** As the newest file of a table of one's own names its series, by key; null for any other source. */
  readonly labels: Readonly<Record<string, string>> | null;
  readonly areaCode: string;
  /** As the newest file names it. */
  readonly area: string;
}

/** A measure beside what is published of it. */
export interface PublishedMeasure {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly catalogueKey: string | null;
  /** Null while nobody has said where it is published. */
  readonly sum: ShownPublishedSum | null;
  /** Every whole quarter of every release, oldest release first. */
  readonly published: readonly PublishedQuarter[];
  /** What the authorities returned, oldest quarter first. */
  readonly returned: readonly MeasureQuarter[];
  readonly targets: readonly (PinnedTarget & { readonly revisions: readonly RevisedTarget[] })[];
  /** Years that come out otherwise or the same with the newest release, newest first. */
  readonly years: readonly RejudgedYear[];
}

/** An area that figures of a source are held of. */
export interface PublishedArea {
  readonly code: string;
  readonly name: string;
}

@Injectable()
export class PublishedMeasureQuery {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * @param asAtEndOf shows what stood at the end of a day; null for what stands
   * @throws DomainError `not-found`
   */
  run(
    actor: Actor,
    partnershipId: Id,
    slug: string,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<PublishedMeasure> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const measure = await measureOf(tx, partnershipId, slug, asAt);
      if (!measure) throw notFound('measure');
      const published = measure.sum ? await publishedQuarters(tx, sumToAdd(measure.sum), asAt) : [];
      const quarters = await measureQuarters(tx, partnershipId, [measure.id], asAt);
      const targets = (await targetsOf(tx, partnershipId, measure.id, asAt)).map((target) => ({
        ...target,
        revisions: revisedTargets(target, published),
      }));
      return {
        ...measure,
        ...{ published, targets, returned: quarters.get(measure.id) ?? [] },
        years: await yearsAgain(tx, partnershipId, measure.id, { published, targets, asAt }),
      };
    });
  }

  /** Where a measure is published, and what the releases make of its pinned baselines. */
  revisions(
    actor: Actor,
    partnershipId: Id,
    slug: string,
    asAtEndOf: CalendarDate | null = null,
  ): Promise<Pick<PublishedMeasure, 'sum' | 'targets'>> {
    const asAt = AsAt.endOf(asAtEndOf);
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      const measure = await measureOf(tx, partnershipId, slug, asAt);
      const sum = measure?.sum ?? null;
      const targets = measure && sum ? await targetsOf(tx, partnershipId, measure.id, asAt) : [];
      if (!sum || targets.length === 0) return { sum, targets: [] };
      const published = await publishedQuarters(
        tx,
        { ...sumToAdd(sum), within: baselinesSpan(targets) },
        asAt,
      );
      return {
        sum,
        targets: targets.map((target) => ({ ...target, revisions: revisedTargets(target, published) })),
      };
    });
  }

  /** The areas that figures of a source are held of, by name. */
  areas(actor: Actor, partnershipId: Id, source: string): Promise<readonly PublishedArea[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'performance.view', { partnershipId });
      return tx.query<PublishedArea>(
        `select a.code, (array_agg(a.name order by f.released_on desc))[1] as name
           from published_file f join published_area a on a.file_id = f.id
          where f.source = $1 and f.state = 'applied' and f.withdrawn_at is null
            and a.code is not null and a.code <> 'left-out'
          group by a.code order by name, a.code`,
        [source],
      );
    });
  }
}

/** The time that all the baselines lie in. */
function baselinesSpan(targets: readonly PinnedTarget[]): DateRange {
  const froms = targets.map(({ baselineFrom }) => baselineFrom).toSorted();
  const untils = targets.map(({ baselineUntil }) => baselineUntil).toSorted();
  return { from: froms[0]!, until: untils.at(-1)! };
}

type Head = Pick<PublishedMeasure, 'id' | 'slug' | 'name' | 'unit' | 'kind' | 'catalogueKey' | 'sum'>;

/** A measure with where it is published; undefined where there is none of that name. */
export async function measureOf(
  tx: Tx,
  partnershipId: Id,
  slug: string,
  asAt: AsAt,
): Promise<Head | undefined> {
  const [head] = await tx.query<Head>(
    `select m.id, m.slug, d.name, d.unit, d.kind, m.catalogue_key as "catalogueKey",
            case when s.id is not null then jsonb_build_object('source', s.source, 'means', s.means,
              'tableName', ${ownTableName('s.source')}, 'labels', ${ownSeriesLabels('s.source')},
              'areaCode', s.area_code, 'area', coalesce(a.name, s.area_code)) end as sum
       from measure m
       join lateral (select name, unit, kind from measure_definition d
                      where d.partnership_id = m.partnership_id and d.measure_id = m.id
                        and ${asAt.happened('d.recorded_at')}
                      order by d.in_force_from desc limit 1) d on true
       left join measure_published_sum s on s.partnership_id = m.partnership_id and s.measure_id = m.id
                                        and ${asAt.stands('s')}
       left join lateral (select a.name from published_area a join published_file f on f.id = a.file_id
                           where a.code = s.area_code and f.source = s.source
                           order by f.released_on desc nulls last limit 1) a on true
      where m.partnership_id = $1 and m.slug = $2`,
    [partnershipId, slug],
  );
  return head;
}

async function targetsOf(
  tx: Tx,
  partnershipId: Id,
  measureId: Id,
  asAt: AsAt,
): Promise<readonly PinnedTarget[]> {
  const targets = await pinnedTargets(tx, partnershipId, [measureId], asAt);
  return targets.get(measureId) ?? [];
}

/** Judged again with the newest release; years of older rule sets kept their inputs in another shape. */
async function yearsAgain(
  tx: Tx,
  partnershipId: Id,
  measureId: Id,
  { published, targets, asAt }: Pick<PublishedMeasure, 'published' | 'targets'> & { readonly asAt: AsAt },
): Promise<RejudgedYear[]> {
  const newest = published.at(-1)?.releasedOn;
  if (!newest) return [];
  const ofNewest = published.filter(({ releasedOn }) => releasedOn === newest);
  const rows = await tx.query<{
    financialYear: number;
    status: TargetStatus;
    sentence: string;
    inputs: MeasureInputs;
  }>(
    `select financial_year as "financialYear", target_status as status, sentence, inputs
       from measure_result r
      where partnership_id = $1 and measure_id = $2 and ${asAt.stands('r', 'computed_at')} and rule_set = $3
      order by financial_year desc`,
    [partnershipId, measureId, MEASURE_FACTS_2],
  );
  return rows.flatMap(({ financialYear, status, sentence, inputs }) => {
    const target = targets.find(({ appliesFrom }) => appliesFrom.startsWith(`${financialYear}-`));
    const metBy = target?.revisions.find(({ releasedOn }) => releasedOn === newest)?.metBy ?? null;
    const recomputed = rejudged(inputs, ofNewest, metBy);
    return recomputed ? [{ financialYear, frozen: { status, sentence }, recomputed }] : [];
  });
}
