import {
  addDays,
  type Actor,
  calendarDate,
  contentHash,
  Decimal,
  FinancialQuarter,
  londonDateOf,
  newId,
} from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { toleranceBand } from '@lib/performance';
import { ChooseStatusRulesAndJudge, DeclareStatus, SetTargetAndJudge } from '@lib/results';
import { OpenQuarter, ReopenForAuthority } from '@lib/returns';
import { changeADefinition, defineMeasures, type Measures, OWED } from './define-measures.js';
import { type Founded, foundPartnership, KINGSTON } from './found-partnership.js';
import { loadPublishedFigures } from './load-published-figures.js';
import { TARGETS, type TargetFacts } from './measures.facts.js';
import { PUBLISHED_SUMMARY } from './meetings.facts.js';
import { AUTHORITIES } from './partnership.facts.js';
import { PLAN } from './plan.facts.js';
import { recordAssurance } from './record-assurance.js';
import { recordComparators } from './record-comparators.js';
import { recordDuties } from './record-duties.js';
import { recordEvidence } from './record-evidence.js';
import { recordMeetings } from './record-meetings.js';
import { recordPlan } from './record-plan.js';
import {
  DASHBOARD,
  DASHBOARD_OFFENCES,
  FIRST_PUBLISHED,
  FIRST_PUBLISHED_2022,
  FIRST_YEAR,
} from './recorded-crime.facts.js';
import { reportQuarter } from './report-quarter.js';
import type { UseCases } from './use-cases.js';

/** The first year of the plan. */
const PLAN_YEAR = 2024;
/** The newest year with figures. */
const NEWEST_YEAR = 2025;
/** Up to here the analyst has taken returns into the record; the later ones wait for that. */
const ACCEPTED_UNTIL = FinancialQuarter.of(NEWEST_YEAR, 1);

interface Scene extends Pick<Founded, 'partnershipId' | 'authorityIds'> {
  readonly useCases: UseCases;
  readonly analyst: Actor;
  readonly measures: Measures;
}

/**
 * Fills an empty database with the Safer Kingston Partnership and its plan for 2024-29, through the same use cases and
 * under the same rights as everybody: an officer enters the published figures and an approver approves them.
 *
 * @returns false when the partnership is there already, and nothing was done
 */
export async function seedDemo(useCases: UseCases): Promise<boolean> {
  if (await useCases.get(PartnershipDirectory).bySlug(KINGSTON)) return false;
  const founded = await foundPartnership(useCases, KINGSTON, AUTHORITIES, calendarDate('2024-04-01'));
  const { partnershipId, authorityIds } = founded;
  const [analyst, auditor] = [await founded.actor('partnership-analyst'), await founded.actor('auditor')];
  const measures = await defineMeasures({ useCases, analyst, partnershipId, authorityIds });
  const scene: Scene = { useCases, analyst, partnershipId, authorityIds, measures };
  await loadPublishedFigures(scene);
  await colourTargets(scene);
  await recordPlan(scene, PLAN);
  await reportTheYears(scene, founded);
  await changeADefinition(scene, measures);
  await declareAStatus(scene);

  const policeId = authorityIds.get('police')!;
  await recordDuties(useCases, analyst, partnershipId);
  await recordEvidence(useCases, { analyst, auditor, partnershipId, policeId });
  await recordComparators(useCases, analyst, partnershipId, calendarDate('2024-04-01'));
  await recordMeetings(useCases, analyst, partnershipId, PUBLISHED_SUMMARY);
  await recordAssurance(useCases, { analyst, auditor, partnershipId, year: PLAN_YEAR });
  await reopenForTheCouncil(scene);
  return true;
}

/** Year by year: the targets of the year, then each of its quarters; the last one is opened and owed. */
async function reportTheYears(scene: Scene, founded: Founded): Promise<void> {
  const { useCases, analyst, partnershipId, authorityIds, measures } = scene;
  const officer = await founded.actor('authority-officer', 'police');
  const approver = await founded.actor('authority-approver', 'police');
  for (let year = FIRST_YEAR; year <= NEWEST_YEAR; year += 1) {
    for (const target of TARGETS.filter((one) => one.year === year)) await setTarget(scene, target);
    for (const number of [1, 2, 3, 4] as const) {
      const quarter = FinancialQuarter.of(year, number);
      const opened = await useCases.get(OpenQuarter).execute(analyst, { partnershipId, quarter });
      if (quarter.equals(OWED)) break;
      const { id: returnId } = opened.find(({ authorityId }) => authorityId === authorityIds.get('police'))!;
      await reportQuarter(useCases, {
        ...{ officer, approver, partnershipId, measures, returnId, quarter },
        analyst: quarter.firstDay <= ACCEPTED_UNTIL.firstDay ? analyst : null,
      });
    }
  }
}

async function setTarget({ useCases, analyst, partnershipId, measures }: Scene, target: TargetFacts) {
  const { key, year, reductionPercent } = target;
  await useCases.get(SetTargetAndJudge).execute(analyst, {
    ...{ partnershipId, measureId: measures.get(key)!.id, reason: null, decisionId: null },
    target: {
      kind: 'percentage-reduction',
      wording: `${reductionPercent}% fewer than in 2022/23 (illustrative)`,
      applies: { from: calendarDate(`${year}-04-01`), until: calendarDate(`${year + 1}-04-01`) },
      changePercent: new Decimal(reductionPercent),
      ...{ atLeast: null, atMost: null, course: { kind: 'usual-shares' } },
      baseline: {
        period: { from: calendarDate('2022-04-01'), until: calendarDate('2023-04-01') },
        ...{ value: new Decimal(baselineOf(key)), range: null, exactness: 'exact', restated: false },
        ...(key in DASHBOARD_OFFENCES ? DASHBOARD : FIRST_PUBLISHED),
      },
    },
  });
}

/** Kingston's 2022/23: as first published, and of knife crime as the only release at hand has it. */
function baselineOf(key: string): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  if (key === 'P11')
    return ['P5a', 'P5b', 'P6', 'P8a', 'P8b'].map(baselineOf).reduce((one, other) => one + other);
  const published: Readonly<Record<string, readonly number[]>> = {
    ...DASHBOARD_OFFENCES,
    ...FIRST_PUBLISHED_2022,
  };
  return sum(published[key]!.slice(0, 4));
}

async function colourTargets({ useCases, analyst, partnershipId, measures }: Scene): Promise<void> {
  for (const key of new Set(TARGETS.map((target) => target.key)))
    await useCases.get(ChooseStatusRulesAndJudge).execute(analyst, {
      ...{ partnershipId, measureId: measures.get(key)!.id, ruleSet: toleranceBand(5) },
      reason: 'Illustrative: red is more than 5% of the target beyond it',
    });
}

/** One status declared beside the worked-out one, to see what that looks like. */
async function declareAStatus({ useCases, analyst, partnershipId, measures }: Scene): Promise<void> {
  const { id: measureId, name: measure } = measures.get('P8b')!;
  await useCases.get(DeclareStatus).execute(analyst, {
    ...{ partnershipId, measureId, measure, financialYear: NEWEST_YEAR, rag: 'amber' },
    reason: 'Illustrative: the baseline and the figures come from two releases',
    expiresOn: addDays(londonDateOf(new Date()), 365),
  });
}

async function reopenForTheCouncil({ useCases, analyst, partnershipId, authorityIds }: Scene): Promise<void> {
  const reopening = {
    ...{ partnershipId, quarter: OWED, authorityId: authorityIds.get('council')! },
    reason: 'Illustrative: the extract of the noise team came late',
    expiresOn: addDays(londonDateOf(new Date()), 30),
  };
  const once = { key: newId(), contentSha256: contentHash(reopening.reason) };
  await useCases.get(ReopenForAuthority).execute(analyst, reopening, once);
}
