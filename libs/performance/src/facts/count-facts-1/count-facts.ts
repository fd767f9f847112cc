import { forecastYearEnd } from '../../forecast/year-end-forecast.js';
import { type SeasonalShare, seasonalShare } from '../../forecast/seasonal-share.js';
import type { Interval } from '../../confidence.js';
import { dispersionWithoutSeasons } from '../../forecast/dispersion-without-seasons.js';
import type { TargetStatus } from '../../targets/target-status.js';
import { type ChangeFact, changeFact } from '../change-fact.js';
import type { CountInputs, FourCounts, PastYear } from './count-inputs.js';
import { dataFact, type DataWord } from '../data-fact.js';

/**
 * The first rule set, for counts alone. It makes no new results; it is here so that those it made can be worked out
 * again. Nothing in this folder changes.
 */
export const COUNT_FACTS_1 = 'count-facts-1';

export type TargetReason = 'no-figures' | 'quarter-missing' | 'no-baseline' | 'narrative-target';
export type NoForecastReason = 'no-figures' | 'quarter-missing' | 'year-over' | 'no-target';

/** What the change is measured against. */
export type ComparedWith = 'same-quarters-last-year' | 'whole-last-year' | 'rate-of-last-year';

export interface CountFacts {
  readonly ruleSet: typeof COUNT_FACTS_1;
  /** The quarters so far, without a gap; 0 when the first one is missing. */
  readonly quartersHeld: number;
  readonly yearToDate: number | null;
  readonly target: {
    readonly status: TargetStatus;
    readonly reason: TargetReason | null;
    readonly passMark: number | null;
    /** Year to date less what the target allows so far; above 0 is too many. */
    readonly difference: number | null;
  };
  readonly change: ChangeFact & {
    readonly before: number | null;
    readonly comparedWith: ComparedWith | null;
  };
  readonly forecast:
    | {
        readonly median: number;
        readonly interval80: Interval;
        readonly interval95: Interval;
        /** Of meeting the target; null where there is none to meet. */
        readonly probabilityOfTarget: number | null;
        readonly seasonality: SeasonalShare['basis'];
        readonly maybeTooNarrow: boolean;
      }
    | { readonly reason: NoForecastReason };
  readonly data: readonly DataWord[];
}

/**
 * The four separate facts of a counted measure in a financial year: target, change, forecast, data. None is worked out
 * from another's colour; each says why where it cannot be given.
 *
 * A part of a year is never scored as a whole. On course: within the share of the target that has normally gone by now,
 * and more likely than not to meet it; at risk: one of the two; off course: neither.
 */
export function countFacts(inputs: CountInputs): CountFacts {
  const { held, gap, yearToDate } = soFar(inputs);
  const forecast = forecastOf(inputs, held, gap, yearToDate);
  return {
    ruleSet: COUNT_FACTS_1,
    quartersHeld: held,
    yearToDate,
    target: targetOf(inputs, { held, gap, yearToDate, forecast }),
    change: changeOf(inputs, { held, gap, yearToDate }),
    forecast,
    data: dataFact({ ...inputs.data, incomplete: gap || (held > 0 && held < 4) }),
  };
}

type Forecast = CountFacts['forecast'];

interface SoFar {
  /** Quarters from April on without a gap; four for a year that was reported as a whole. */
  readonly held: number;
  /** Whether a quarter is missing before one that is not. */
  readonly gap: boolean;
  readonly yearToDate: number | null;
}

function soFar({ quarters, wholeYear }: CountInputs): SoFar {
  if (quarters.every((count) => count === null) && wholeYear !== null)
    return { held: quarters.length, gap: false, yearToDate: wholeYear };
  const held = quartersWithoutGap(quarters);
  const gap = quarters.slice(held).some((count) => count !== null);
  return { held, gap, yearToDate: held > 0 || gap ? total(quarters) : null };
}

function targetOf(
  { target, quarters, pastYears }: CountInputs,
  {
    held,
    gap,
    yearToDate,
    forecast,
  }: { held: number; gap: boolean; yearToDate: number | null; forecast: Forecast },
): CountFacts['target'] {
  const cannotTell = (reason: TargetReason) =>
    ({ status: 'cannot-tell', reason, passMark: null, difference: null }) as const;
  if (target === null) return { status: 'no-target', reason: null, passMark: null, difference: null };
  if (target.kind === 'narrative') return cannotTell('narrative-target');
  if (target.kind === 'no-baseline') return cannotTell('no-baseline');
  const { passMark } = target;
  if (yearToDate === null) return { ...cannotTell('no-figures'), passMark };
  const judged = (status: TargetStatus, allowed: number) => ({
    status,
    reason: null,
    passMark,
    difference: yearToDate - allowed,
  });
  // More than the whole year may have is missed, whatever is still to come and whatever is missing.
  if (yearToDate > passMark) return judged('not-met', passMark);
  if (gap) return { ...cannotTell('quarter-missing'), passMark };
  if (held === quarters.length) return judged('met', passMark);
  const allowed = passMark * shareOf(pastYears, held).share;
  const likely = 'median' in forecast && (forecast.probabilityOfTarget ?? 0) >= 0.5;
  const within = yearToDate <= allowed;
  return judged(within && likely ? 'on-course' : within || likely ? 'at-risk' : 'off-course', allowed);
}

function changeOf(
  { pastYears, direction }: CountInputs,
  { held, gap, yearToDate }: SoFar,
): CountFacts['change'] {
  const [last] = pastYears;
  const none = (reason: Extract<ChangeFact, { reason: unknown }>['reason']) =>
    ({ verdict: 'insufficient-data', reason, before: null, comparedWith: null }) as const;
  if (!last || held === 0 || gap || yearToDate === null) return none('nothing-before');
  const before = comparable(last, held);
  if (!before) return none('nothing-before');
  const fact = changeFact(
    { observation: { type: 'count', count: before.count }, quarters: before.quarters },
    { observation: { type: 'count', count: yearToDate }, quarters: held },
    direction,
    { acrossBreak: last.breakAfter },
  );
  return { ...fact, before: before.count, comparedWith: before.comparedWith };
}

/** What of last year to compare with: the same quarters where they are held, else the year. */
function comparable(
  { quarters, total: yearTotal }: PastYear,
  held: number,
): { count: number; quarters: number; comparedWith: ComparedWith } | null {
  const same = quarters?.slice(0, held) ?? [];
  if (same.length === held && same.every((count) => count !== null))
    return { count: total(same), quarters: held, comparedWith: 'same-quarters-last-year' };
  if (yearTotal === null) return null;
  return {
    count: yearTotal,
    quarters: 4,
    comparedWith: held === 4 ? 'whole-last-year' : 'rate-of-last-year',
  };
}

function forecastOf(
  { target, pastYears, quarters }: CountInputs,
  held: number,
  gap: boolean,
  yearToDate: number | null,
): Forecast {
  if (yearToDate === null) return { reason: 'no-figures' };
  if (gap || held === 0) return { reason: 'quarter-missing' };
  if (held === quarters.length) return { reason: 'year-over' };
  const { share, basis } = shareOf(pastYears, held);
  const dispersion = dispersionWithoutSeasons(wholeYears(pastYears));
  const forecast = forecastYearEnd({ soFar: yearToDate, share, dispersion });
  return {
    median: forecast.median,
    interval80: forecast.interval80,
    interval95: forecast.interval95,
    probabilityOfTarget: target?.kind === 'at-most' ? forecast.probabilityOfAtMost(target.passMark) : null,
    seasonality: basis,
    maybeTooNarrow: forecast.dispersionUnknown,
  };
}

function shareOf(pastYears: readonly PastYear[], held: number): SeasonalShare {
  return seasonalShare(wholeYears(pastYears), held, 4);
}

/** Earlier years held quarter by quarter, back to the first break. */
function wholeYears(pastYears: readonly PastYear[]): number[][] {
  const unbroken = pastYears.findIndex(({ breakAfter }) => breakAfter);
  return pastYears
    .slice(0, unbroken === -1 ? undefined : unbroken)
    .flatMap(({ quarters }) =>
      quarters?.every((count) => count !== null) ? [[...quarters] as number[]] : [],
    );
}

function quartersWithoutGap(quarters: FourCounts): number {
  const missing = quarters.findIndex((count) => count === null);
  return missing === -1 ? quarters.length : missing;
}

function total(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
