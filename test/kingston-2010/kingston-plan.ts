import {
  type Actor,
  addDays,
  calendarDate,
  Decimal,
  FinancialQuarter,
  type Id,
  londonDateOf,
} from '@lib/kernel';
import type { AuthorityKind } from '@lib/partnerships';
import { BreakMeasureDown, DefineMeasure, SetPublishedSum } from '@lib/plans';
import { POLICE_AUTHORITY_2010 } from '@lib/performance';
import { MeasureQuery } from '@lib/reporting';
import {
  ChangeDefinitionAndJudge,
  ChooseStatusRulesAndJudge,
  DeclareStatus,
  MarkChartAndJudge,
  RecordAnnualCounts,
  SetTargetAndJudge,
} from '@lib/results';
import { SetCrossCheck, SetReturnForm } from '@lib/returns';
import { recordPlan, type UseCases } from '../../seeds/demo/index.js';
import {
  ANNUAL_COUNTS,
  BOROUGH_FILE,
  ILLUSTRATIVE_COUNTS,
  POLICE_COUNTS,
  POLICING_SUMMARY,
  SERIOUS_ACQUISITIVE_CRIME,
  TARGETS,
} from './kingston.facts.js';
import { PLAN } from './plan.facts.js';

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
  await askForFigures(useCases, analyst, partnershipId, authorityIds, measureIds);
  const named = [...POLICE_COUNTS, SERIOUS_ACQUISITIVE_CRIME].map(
    ({ slug, name }) => [slug, { id: measureIds.get(slug)!, name }] as const,
  );
  await recordPlan({ useCases, analyst, partnershipId, authorityIds, measures: new Map(named) }, PLAN);
  await recordAnnualCounts(useCases, analyst, partnershipId, measureIds);
  await setTargets(useCases, analyst, partnershipId, measureIds);
  await judgeAsIn2010(useCases, analyst, partnershipId, measureIds);
  await setACheck(useCases, analyst, partnershipId, measureIds);
  await saySomethingIsPublished(useCases, analyst, partnershipId, measureIds);
  await changeADefinition(useCases, analyst, partnershipId, measureIds);
}

/** One measure that is counted another way later on, to see what that looks like. */
async function changeADefinition(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  measureIds: MeasureIds,
): Promise<void> {
  const { slug, name, unit, direction, wording } = ILLUSTRATIVE_COUNTS[0];
  await useCases.get(ChangeDefinitionAndJudge).execute(analyst, {
    ...{ partnershipId, measureId: measureIds.get(slug)!, seenVersion: 1 },
    from: FinancialQuarter.of(YEAR + 1, 3),
    sheet: {
      ...{ name, unit, direction },
      ...{ sensitivity: 'ordinary', rollingTwelveMonths: false, countedBy: 'quarter', componentIds: [] },
      ...{ numerator: null, denominator: null },
      wording: `${wording} Reports made on the website are counted too.`,
      inclusions: 'Reports by telephone, by letter, at the counter and on the website',
      exclusions: 'Reports to the police, who count their own',
      source: 'Illustrative: not a measure of the plan',
      caveats: 'One event that several people report is counted once for each report',
      publicationLag: 'Known two weeks after the quarter',
      ownerPost: 'Community safety manager',
    },
    comparable: false,
    reason: 'Illustrative: the council’s website takes reports from October 2011',
    approvedBy: 'The board, 6 September 2011 (illustrative)',
  });
}

async function setACheck(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  measureIds: MeasureIds,
): Promise<void> {
  await useCases.get(SetCrossCheck).execute(analyst, {
    partnershipId,
    partMeasureId: measureIds.get('gun-crime')!,
    wholeMeasureId: measureIds.get('knife-crime')!,
    ...{ severity: 'soft', whenMissing: 'skip' },
    reason: 'Illustrative: guns have been rarer than knives in every year on record',
  });
}

/** Where one measure is published, of which no release is loaded. */
async function saySomethingIsPublished(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  measureIds: MeasureIds,
): Promise<void> {
  await useCases.get(SetPublishedSum).execute(analyst, {
    ...{ partnershipId, measureId: measureIds.get('knife-crime')!, source: 'mps-dashboard' },
    ...{ means: ['knife-crime'], areaCode: 'E09000021' },
  });
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
  for (const { slug, catalogueKey, name, unit, wording } of POLICE_COUNTS) {
    const { measureId } = await define({
      partnershipId,
      ...{ slug, catalogueKey },
      authorityId: policeId,
      inForceFrom: COUNTED_FROM,
      sheet: {
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
  const { slug, catalogueKey, name, unit, wording, componentSlugs } = SERIOUS_ACQUISITIVE_CRIME;
  const { measureId } = await define({
    partnershipId,
    ...{ slug, catalogueKey },
    authorityId: policeId,
    inForceFrom: COUNTED_FROM,
    sheet: {
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
  for (const { kind, ...measure } of ILLUSTRATIVE_COUNTS) {
    const { measureId } = await define({
      partnershipId,
      ...{ slug: measure.slug, catalogueKey: measure.catalogueKey },
      authorityId: authorityIds.get(kind)!,
      inForceFrom: calendarDate('2011-04-01'),
      sheet: {
        name: measure.name,
        unit: measure.unit,
        wording: measure.wording,
        direction: measure.direction,
        kind: 'count',
        source: 'Illustrative: not a measure of the plan',
        componentIds: [],
      },
    });
    measureIds.set(measure.slug, measureId);
  }
  return measureIds;
}

/** The police are asked for their counts from the beginning; from April 2011 the council and the others are asked, too. */
async function askForFigures(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  authorityIds: AuthorityIds,
  measureIds: MeasureIds,
): Promise<void> {
  const police = POLICE_COUNTS.map(({ slug }) => ({
    ...{ measureId: measureIds.get(slug)!, authorityId: authorityIds.get('police')! },
  }));
  const others = ILLUSTRATIVE_COUNTS.map(({ slug, kind }) => ({
    ...{ measureId: measureIds.get(slug)!, authorityId: authorityIds.get(kind)! },
  }));
  const set = useCases.get(SetReturnForm);
  const { formId } = await set.execute(analyst, {
    ...{ partnershipId, form: { name: 'Quarterly return' }, from: FinancialQuarter.of(YEAR, 1) },
    lines: police,
    reason: 'What the police are asked for in the plan’s first year',
  });
  await set.execute(analyst, {
    ...{ partnershipId, form: { id: formId, seenVersion: 1 }, from: FinancialQuarter.of(YEAR + 1, 1) },
    lines: [...police, ...others],
    reason: 'Illustrative: from April 2011 the council and the fire brigade report, too',
  });
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
): Promise<void> {
  for (const { slug, reductionPercent, baseline } of TARGETS)
    await useCases.get(SetTargetAndJudge).execute(analyst, {
      partnershipId,
      measureId: measureIds.get(slug)!,
      reason: null,
      decisionId: null,
      target: {
        kind: 'percentage-reduction',
        wording: `${reductionPercent}% fewer than in 2009/10`,
        applies: { from: FROM, until: calendarDate('2011-04-01') },
        changePercent: new Decimal(reductionPercent),
        atLeast: null,
        atMost: null,
        course: { kind: 'usual-shares' },
        baseline: baseline && {
          period: { from: calendarDate('2009-04-01'), until: FROM },
          value: new Decimal(baseline.best),
          range: { lowest: new Decimal(baseline.lowest), highest: new Decimal(baseline.highest) },
          exactness: 'back-calculated',
          restated: false,
          ...POLICING_SUMMARY,
        },
      },
    });
}

/** The rule that the police authority coloured by, and where the figures on the charts come from. */
async function judgeAsIn2010(
  useCases: UseCases,
  analyst: Actor,
  partnershipId: Id,
  measureIds: MeasureIds,
): Promise<void> {
  for (const { slug } of TARGETS)
    await useCases.get(ChooseStatusRulesAndJudge).execute(analyst, {
      partnershipId,
      measureId: measureIds.get(slug)!,
      ruleSet: POLICE_AUTHORITY_2010,
      reason: 'The rule of the Metropolitan Police Authority in 2010',
    });
  await useCases.get(BreakMeasureDown).execute(analyst, {
    ...{ partnershipId, measureId: measureIds.get(SERIOUS_ACQUISITIVE_CRIME.slug)!, by: 'Offence' },
    categoryIds: SERIOUS_ACQUISITIVE_CRIME.componentSlugs.map((slug) => measureIds.get(slug)!),
  });
  await useCases.get(MarkChartAndJudge).execute(analyst, partnershipId, {
    measureId: measureIds.get(SERIOUS_ACQUISITIVE_CRIME.slug)!,
    quarter: FinancialQuarter.of(YEAR, 1),
    kind: 'event',
    words: 'Figures of the March 2026 release from here on',
    approvedBy: null,
  });
}

/** One status declared beside the worked-out one, to see what that looks like. */
export async function declareAStatus(useCases: UseCases, analyst: Actor, partnershipId: Id): Promise<void> {
  const { slug, name } = SERIOUS_ACQUISITIVE_CRIME;
  const { id } = await useCases.get(MeasureQuery).run(analyst, partnershipId, slug);
  await useCases.get(DeclareStatus).execute(analyst, {
    partnershipId,
    measureId: id,
    measure: name,
    financialYear: YEAR,
    rag: 'amber',
    reason: 'Illustrative: the baseline and the figures come from two releases',
    expiresOn: addDays(londonDateOf(new Date()), 365),
  });
}
