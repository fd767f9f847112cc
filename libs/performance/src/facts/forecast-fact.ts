import type { Interval } from '../confidence.js';
import { dispersionWithoutSeasons } from '../forecast/dispersion-without-seasons.js';
import { type SeasonalShare, seasonalShare, USUAL_SHARE_ERROR } from '../forecast/seasonal-share.js';
import { forecastYearEnd } from '../forecast/year-end-forecast.js';
import type { Observation } from '../measures/observation.js';
import type { MeasureInputs, YearOfFigures } from './measure-inputs.js';
import { breaksBetween, type YearSoFar } from './year-so-far.js';

/** Why there is no forecast. */
export type NoForecastReason =
  'no-figures' | 'quarter-missing' | 'year-over' | 'series-break' | 'part-missing' | 'no-method';

/** How the year may end, in the measure's own unit. */
export type ForecastFact =
  | {
      readonly median: number;
      readonly interval80: Interval;
      readonly interval95: Interval;
      /** Of meeting the target; null where there is none to meet. */
      readonly probabilityOfTarget: number | null;
      readonly seasonality: SeasonalShare['basis'];
      /** Nobody knows how much the counts vary beyond chance. */
      readonly maybeTooNarrow: boolean;
    }
  | { readonly reason: NoForecastReason };

/**
 * The forecast of a year that is under way: for what is counted (Gamma–Poisson). For percentages, means and the rest
 * there is no method here, and the fact says so.
 */
export function forecastFact(inputs: MeasureInputs, soFar: YearSoFar): ForecastFact {
  const { observation, held, gap } = soFar;
  if (observation === null) return { reason: soFar.latest === null ? 'no-figures' : 'part-missing' };
  const counted = countOf(observation);
  if (counted === null) return { reason: observation.type === 'composite' ? 'part-missing' : 'no-method' };
  if (held === 4 && !gap) return { reason: 'year-over' };
  if (gap || held === 0) return { reason: 'quarter-missing' };
  const [first, last] = [quarterOf(inputs, 1), quarterOf(inputs, held as 1 | 2 | 3)];
  if (breaksBetween(inputs.breaks, first, last)) return { reason: 'series-break' };
  const { share, basis } = usualShare(inputs, held);
  const dispersion = dispersionWithoutSeasons(wholeYears(inputs));
  const shareError = USUAL_SHARE_ERROR[basis][(held - 1) as 0 | 1 | 2];
  const forecast = forecastYearEnd({ soFar: counted.count, share, shareError, dispersion });
  const inUnit = (count: number) => count * counted.unitsEach;
  const range = ({ lower, upper }: Interval) => ({ lower: inUnit(lower), upper: inUnit(upper) });
  return {
    median: inUnit(forecast.median),
    interval80: range(forecast.interval80),
    interval95: range(forecast.interval95),
    probabilityOfTarget: probabilityOfTarget(inputs, forecast.probabilityOfAtMost, counted.unitsEach),
    seasonality: basis,
    maybeTooNarrow: forecast.dispersionUnknown,
  };
}

/** The share of the year that has normally gone after some quarters. */
export function usualShare(inputs: MeasureInputs, held: number): SeasonalShare {
  return seasonalShare(wholeYears(inputs), held, 4);
}

function probabilityOfTarget(
  { target }: MeasureInputs,
  atMost: (count: number) => number,
  unitsEach: number,
): number | null {
  if (target?.kind !== 'bounds') return null;
  // A rate's bounds in whole events: at most rounded down, at least rounded up. What is equal on paper stays equal.
  const most = target.atMost === null ? 1 : atMost(Math.floor(target.atMost / unitsEach + 1e-9));
  const less = target.atLeast === null ? 0 : atMost(Math.ceil(target.atLeast / unitsEach - 1e-9) - 1);
  return Math.max(0, most - less);
}

/** Events, and how much one of them is in the measure's unit; null for what is not counted or not whole. */
function countOf(observation: Observation): { count: number; unitsEach: number } | null {
  switch (observation.type) {
    case 'count':
      return { count: observation.count, unitsEach: 1 };
    case 'composite':
      return observation.count === null ? null : { count: observation.count, unitsEach: 1 };
    case 'rate':
      return observation.population > 0
        ? { count: observation.count, unitsEach: observation.per / observation.population }
        : null;
    default:
      return null;
  }
}

/** Earlier years held quarter by quarter, newest first, back to the newest break. */
function wholeYears(inputs: MeasureInputs): number[][] {
  const years: number[][] = [];
  for (const year of inputs.pastYears) {
    if (breaksBetween(inputs.breaks, quarterOf(year, 1), quarterOf(inputs, 1))) break;
    const counts = year.quarters.map((one) => (one === null ? null : (countOf(one)?.count ?? null)));
    if (counts.every((count) => count !== null)) years.push(counts);
  }
  return years;
}

function quarterOf({ financialYear }: Pick<YearOfFigures, 'financialYear'>, quarter: 1 | 2 | 3 | 4) {
  return { financialYear, quarter };
}
