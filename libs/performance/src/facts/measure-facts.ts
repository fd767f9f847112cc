import type { Observation } from '../measures/observation.js';
import { valueOf } from '../measures/value.js';
import { meaningOf } from '../direction.js';
import { type Status, statusBy } from '../status/status-rules.js';
import {
  type Comparison,
  rollingYearComparison,
  sameQuarterComparison,
  yearToDateComparison,
  type YearToDateComparison,
} from './comparisons.js';
import { dataFact, type DataWord } from './data-fact.js';
import { type ForecastFact, forecastFact } from './forecast-fact.js';
import type { MeasureInputs } from './measure-inputs.js';
import { type TargetFact, targetFact } from './target-fact.js';
import { breaksBetween, type YearSoFar, yearSoFar } from './year-so-far.js';

/** The rules of this folder, stamped on every result. A change of rule is a new rule set beside this one. */
export const MEASURE_FACTS_2 = 'measure-facts-2';

/** What a financial year of one measure comes to. */
export interface MeasureFacts {
  readonly ruleSet: typeof MEASURE_FACTS_2;
  /** The quarters so far, without a gap; 0 when the first one is missing. */
  readonly quartersHeld: number;
  /** What the year comes to until now; null where there is nothing, or where it cannot be put together. */
  readonly soFar: Observation | null;
  /** The same as one number in the measure's own unit. */
  readonly yearToDate: number | null;
  readonly target: TargetFact;
  /** The year to date against last year. */
  readonly change: YearToDateComparison;
  readonly sameQuarter: Comparison;
  readonly rollingYear: Comparison;
  readonly forecast: ForecastFact;
  readonly data: readonly DataWord[];
  /** The colour by the measure's status rules, which is no fact but what a board makes of them. */
  readonly status: Status;
}

/**
 * The four separate facts of a measure in a financial year: target, change, forecast and data, for every type of
 * measure. None is worked out from another's colour; each says why where it cannot be given.
 *
 * @throws RangeError for figures that are none: a negative count, two types of observation in one series
 */
export function measureFacts(inputs: MeasureInputs): MeasureFacts {
  const soFar = yearSoFar(inputs);
  const { observation, held, gap } = soFar;
  const forecast = forecastFact(inputs, soFar);
  const target = targetFact(inputs, soFar, forecast);
  const change = yearToDateComparison(inputs, soFar);
  return {
    ruleSet: MEASURE_FACTS_2,
    quartersHeld: held,
    soFar: observation,
    yearToDate: observation && valueOf(observation),
    target,
    change,
    sameQuarter: sameQuarterComparison(inputs),
    rollingYear: rollingYearComparison(inputs),
    forecast,
    data: dataFact({
      ...inputs.data,
      seriesBreak: breaksInYear(inputs, soFar),
      incomplete: gap || (held > 0 && held < 4),
    }),
    status: statusOf(inputs, target, change),
  };
}

/** Whether figures of this year are counted another way than those before. */
function breaksInYear({ breaks, financialYear }: MeasureInputs, { held }: YearSoFar): boolean {
  const lastBefore = { financialYear: financialYear - 1, quarter: 4 } as const;
  return breaksBetween(breaks, lastBefore, {
    financialYear,
    quarter: Math.max(1, held) as 1 | 2 | 3 | 4,
  });
}

function statusOf(
  { statusRules, direction }: MeasureInputs,
  { status, difference, atMost, atLeast }: TargetFact,
  { change }: Comparison,
): Status {
  const bound = atMost ?? atLeast;
  return statusBy(statusRules, {
    target: status,
    moved: movedTo(change, direction),
    change: change.verdict,
    offTargetBy: difference === null || !bound ? null : (100 * difference) / Math.abs(bound),
    againstComparators: null,
    neverRed: direction === 'reporting' || direction === 'context',
  });
}

/** The plain move, chance or not: what the older rules of boards ask. */
function movedTo(change: Comparison['change'], direction: MeasureInputs['direction']) {
  if (change.verdict === 'insufficient-data') return change.reason === 'both-zero' ? 'same' : null;
  return change.towards === 'same' ? 'same' : meaningOf(direction, change.towards);
}
