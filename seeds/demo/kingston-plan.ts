import { type Actor, calendarDate, Decimal, type Id } from '@lib/kernel';
import type { AuthorityKind } from '@lib/partnerships';
import { DefineMeasure, RecordPlan, SetTarget } from '@lib/plans';
import { RecordAnnualCounts } from '@lib/returns';
import {
  ANNUAL_COUNTS,
  BOROUGH_FILE,
  ILLUSTRATIVE_COUNTS,
  POLICE_COUNTS,
  POLICING_SUMMARY,
  PRIORITIES,
  SERIOUS_ACQUISITIVE_CRIME,
  TARGETS,
} from './kingston.facts.js';
import type { UseCases } from './use-cases.js';

/** The financial year of the plan. */
export const YEAR = 2010;
const FROM = calendarDate('2010-04-01');
/** What the plan's measures count was counted before the plan, too. */
const COUNTED_FROM = calendarDate('2008-04-01');

type AuthorityIds = ReadonlyMap<AuthorityKind, Id>;
type MeasureIds = ReadonlyMap<string, Id>;

/** Records Kingston's priorities for 2010/11: measures, plan, the two years before, and the targets. */
export async function recordKingstonPlan(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  authorityIds: AuthorityIds,
): Promise<void> {
  const measureIds = await defineMeasures(useCases, analyst, partnershipId, authorityIds);
  const planVersionId = await recordPlan(useCases, analyst, partnershipId, authorityIds, measureIds);
  await recordAnnualCounts(useCases, analyst, partnershipId, measureIds);
  await setTargets(useCases, analyst, partnershipId, measureIds, planVersionId);
}

async function defineMeasures(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  authorityIds: AuthorityIds,
): Promise<MeasureIds> {
  const policeId = authorityIds.get('police')!;
  const define = (command: Parameters<DefineMeasure['execute']>[1]) =>
    useCases.get(DefineMeasure).execute(analyst, command);
  const measureIds = new Map<string, Id>();
  for (const { slug, name, unit, wording } of POLICE_COUNTS) {
    const { measureId } = await define({
      partnershipId,
      slug,
      authorityId: policeId,
      definition: {
        inForce: { from: COUNTED_FROM, until: null },
        name,
        unit,
        wording,
        kind: 'count',
        direction: 'lower',
        source: BOROUGH_FILE.source,
        componentIds: [],
      },
    });
    measureIds.set(slug, measureId);
  }
  const { slug, name, unit, wording, componentSlugs } = SERIOUS_ACQUISITIVE_CRIME;
  const { measureId } = await define({
    partnershipId,
    slug,
    authorityId: policeId,
    definition: {
      inForce: { from: COUNTED_FROM, until: null },
      name,
      unit,
      wording,
      kind: 'composite',
      direction: 'lower',
      source: 'Worked out from its parts',
      componentIds: componentSlugs.map((component) => measureIds.get(component)!),
    },
  });
  measureIds.set(slug, measureId);
  for (const { kind, ...measure } of ILLUSTRATIVE_COUNTS)
    await define({
      partnershipId,
      slug: measure.slug,
      authorityId: authorityIds.get(kind)!,
      definition: {
        inForce: { from: calendarDate('2011-04-01'), until: null },
        name: measure.name,
        unit: measure.unit,
        wording: measure.wording,
        direction: measure.direction,
        kind: 'count',
        source: 'Illustrative: not a measure of the plan',
        componentIds: [],
      },
    });
  return measureIds;
}

async function recordPlan(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  authorityIds: AuthorityIds,
  measureIds: MeasureIds,
): Promise<Id> {
  const policeId = authorityIds.get('police')!;
  const { planVersionId } = await useCases.get(RecordPlan).execute(analyst, {
    partnershipId,
    title: 'Kingston priorities for 2010/11',
    version: {
      number: 1,
      state: 'adopted',
      adoptedOn: null,
      decision: null,
      inForce: { from: FROM, until: null },
      source: POLICING_SUMMARY.source,
    },
    priorities: PRIORITIES.map(({ title, slugs }) => ({
      title,
      leadAuthorityId: policeId,
      measureIds: slugs.map((slug) => measureIds.get(slug)!),
    })),
  });
  return planVersionId;
}

async function recordAnnualCounts(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  measureIds: MeasureIds,
): Promise<void> {
  for (const [financialYear, end] of [
    [YEAR - 2, 'before'],
    [YEAR - 1, 'after'],
  ] as const)
    await useCases.get(RecordAnnualCounts).execute(analyst, {
      partnershipId,
      financialYear,
      counts: ANNUAL_COUNTS.map((facts) => {
        const [lowest, best, highest] = facts[end];
        return {
          measureId: measureIds.get(facts.slug)!,
          count: new Decimal(best),
          range: { lowest: new Decimal(lowest), highest: new Decimal(highest) },
          exactness: 'back-calculated',
          ...POLICING_SUMMARY,
        };
      }),
    });
}

async function setTargets(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  measureIds: MeasureIds,
  planVersionId: Id,
): Promise<void> {
  for (const { slug, reductionPercent, baseline } of TARGETS)
    await useCases.get(SetTarget).execute(analyst, {
      partnershipId,
      measureId: measureIds.get(slug)!,
      planVersionId,
      kind: 'percentage-reduction',
      wording: `${reductionPercent}% fewer than in 2009/10`,
      applies: { from: FROM, until: calendarDate('2011-04-01') },
      reductionPercent: new Decimal(reductionPercent),
      baseline: baseline && {
        period: { from: calendarDate('2009-04-01'), until: FROM },
        value: new Decimal(baseline.best),
        range: { lowest: new Decimal(baseline.lowest), highest: new Decimal(baseline.highest) },
        exactness: 'back-calculated',
        ...POLICING_SUMMARY,
      },
    });
}
