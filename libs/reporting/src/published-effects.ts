import { type CalendarDate, Decimal, FinancialQuarter, type Id } from '@lib/kernel';
import { MEASURE_FACTS_2, type MeasureInputs, type TargetStatus } from '@lib/performance';
import type { Tx } from '@lib/persistence';
import { AsAt } from './as-at.js';
import { NOT_IN_WHOLE, WHOLES } from './published-wholes.js';
import type { PublishedQuarter } from './published-quarters.js';
import { publishedOfMeasures } from './published-of-measures.js';
import { type PinnedTarget, rejudged, revisedTargets } from './published-revisions.js';
import { pinnedTargets } from './pinned-targets.js';

/** What a release does to a measure: figures, the baseline and pass mark of its target, and how its year comes out. */
export interface PublishedEffect {
  readonly slug: string;
  readonly name: string;
  /** Whole quarters that both releases cover, and those of them in which they differ. */
  readonly quartersCompared: number;
  readonly quartersChanged: number;
  /** The newest quarter in which they differ. */
  readonly newestChange: {
    readonly quarter: FinancialQuarter;
    readonly before: Decimal;
    readonly after: Decimal;
  } | null;
  /** The newest target with a baseline; null where there is none, or a release lacks its time. */
  readonly target: {
    readonly wording: string;
    readonly pinned: { readonly baseline: string; readonly metBy: string };
    readonly before: { readonly baseline: Decimal; readonly metBy: Decimal } | null;
    readonly after: { readonly baseline: Decimal; readonly metBy: Decimal };
  } | null;
  /** The newest judged year, as it was judged and with each release; null where there is none. */
  readonly year: {
    readonly financialYear: number;
    readonly frozen: TargetStatus;
    readonly before: TargetStatus | null;
    readonly after: TargetStatus;
  } | null;
}

interface Release {
  readonly releasedOn: CalendarDate;
  readonly fileIds: readonly Id[];
}

/**
 * What a release does to each measure of a partnership that is published in its source.
 *
 * @param before the release that it is compared with; null for a first one
 */
export async function publishedEffects(
  tx: Tx,
  partnershipId: Id,
  source: string,
  { after, before }: { readonly after: Release; readonly before: Release | null },
): Promise<readonly PublishedEffect[]> {
  const measures = await tx.query<{ id: Id; slug: string; name: string }>(
    `select m.id, m.slug, d.name
       from measure_published_sum s
       join measure m on m.partnership_id = s.partnership_id and m.id = s.measure_id
       join lateral (select name from measure_definition d
                      where d.partnership_id = m.partnership_id and d.measure_id = m.id
                      order by d.in_force_from desc limit 1) d on true
      where s.partnership_id = $1 and s.source = $2 and s.superseded_at is null order by d.name`,
    [partnershipId, source],
  );
  const ids = measures.map(({ id }) => id);
  const quarters = await quartersOf(tx, partnershipId, source, [after, ...(before ? [before] : [])]);
  const targets = await pinnedTargets(tx, partnershipId, ids, AsAt.now);
  const years = await newestYears(tx, partnershipId, ids);
  return measures.map(({ id, slug, name }) => {
    const ofRelease = (release: Release | null) =>
      (quarters.get(id) ?? []).filter(({ releasedOn }) => releasedOn === release?.releasedOn);
    const [now, then] = [ofRelease(after), ofRelease(before)];
    const target = (targets.get(id) ?? [])[0];
    return {
      ...{ slug, name, ...differences(now, then) },
      target: target ? effectOnTarget(target, now, then) : null,
      year: effectOnYear(years.get(id), target, now, then),
    };
  });
}

function differences(now: readonly PublishedQuarter[], then: readonly PublishedQuarter[]) {
  const pairs = now.flatMap(({ quarter, value: after }) => {
    const before = then.find((one) => one.quarter.equals(quarter))?.value;
    return after && before ? [{ quarter, before, after }] : [];
  });
  const changed = pairs.filter(({ before, after }) => !before.eq(after));
  return {
    quartersCompared: pairs.length,
    quartersChanged: changed.length,
    newestChange: changed.at(-1) ?? null,
  };
}

function effectOnTarget(
  target: PinnedTarget,
  now: readonly PublishedQuarter[],
  then: readonly PublishedQuarter[],
): PublishedEffect['target'] {
  const [after] = revisedTargets(target, now);
  if (!after) return null;
  const { wording, baseline, atMost, atLeast } = target;
  return {
    ...{ wording, after, before: revisedTargets(target, then)[0] ?? null },
    pinned: { baseline, metBy: (atMost ?? atLeast)! },
  };
}

interface JudgedYear {
  readonly financialYear: number;
  readonly status: TargetStatus;
  readonly inputs: MeasureInputs;
}

function effectOnYear(
  year: JudgedYear | undefined,
  target: PinnedTarget | undefined,
  now: readonly PublishedQuarter[],
  then: readonly PublishedQuarter[],
): PublishedEffect['year'] {
  if (!year) return null;
  const judgedWith = (quarters: readonly PublishedQuarter[]) =>
    rejudged(year.inputs, quarters, (target && revisedTargets(target, quarters)[0]?.metBy) ?? null);
  const after = judgedWith(now);
  if (!after) return null;
  return {
    ...{ financialYear: year.financialYear, frozen: year.status, after: after.status },
    before: then.length > 0 ? judgedWith(then)!.status : null,
  };
}

async function newestYears(
  tx: Tx,
  partnershipId: Id,
  measureIds: readonly Id[],
): Promise<ReadonlyMap<Id, JudgedYear>> {
  const rows = await tx.query<JudgedYear & { measureId: Id }>(
    `select distinct on (measure_id) measure_id as "measureId", financial_year as "financialYear",
            target_status as status, inputs
       from measure_result
      where partnership_id = $1 and measure_id = any($2) and superseded_at is null and rule_set = $3
      order by measure_id, (target_id is not null) desc, financial_year desc`,
    [partnershipId, measureIds, MEASURE_FACTS_2],
  );
  return new Map(rows.map(({ measureId, ...year }) => [measureId, year]));
}

/** Whole quarters of some releases, by measure, oldest first. */
async function quartersOf(
  tx: Tx,
  partnershipId: Id,
  source: string,
  releases: readonly Release[],
): Promise<ReadonlyMap<Id, PublishedQuarter[]>> {
  const files = releases.flatMap(({ releasedOn, fileIds }) => fileIds.map((id) => [id, releasedOn] as const));
  const rows = await tx.query<{
    measureId: Id;
    releasedOn: CalendarDate;
    firstDay: CalendarDate;
    value: string;
  }>(
    `with ${publishedOfMeasures({
      measures: 'm.partnership_id = $1 and m.source = $2',
      // One of them may not be applied yet, and has no release on record.
      files: `select p.id, p.source, f.released_on, p.decided_at, p.extracted_on
                from unnest($3::uuid[], $4::date[]) as f(id, released_on) join published_file p on p.id = f.id`,
      figures: `f.period_until <= date_trunc('quarter', f.period_from) + interval '3 months'`,
      notInWhole: '$5',
      wholes: '$6',
    })}
     select measure_id as "measureId", released_on::text as "releasedOn", stretch::text as "firstDay",
            sum(value)::text as value
       from spans
      group by measure_id, released_on, stretch
     having sum(period_until - period_from) = min(stretch_days) and bool_and(mark is null)
      order by 3`,
    [
      ...[partnershipId, source, files.map(([id]) => id), files.map(([, day]) => day)],
      ...[NOT_IN_WHOLE, WHOLES],
    ],
  );
  const quarters = new Map<Id, PublishedQuarter[]>();
  for (const { measureId, releasedOn, firstDay, value } of rows) {
    const quarter = FinancialQuarter.containing(firstDay);
    const list = quarters.get(measureId) ?? [];
    list.push({ releasedOn, quarter, value: new Decimal(value), marks: [], monthsWithoutRow: 0 });
    quarters.set(measureId, list);
  }
  return quarters;
}
