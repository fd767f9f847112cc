import { addsUp, pooled } from '../measures/pooled.js';
import type { Observation } from '../measures/observation.js';
import type { MeasureInputs, QuarterOfYear, YearOfFigures } from './measure-inputs.js';

/** What a financial year comes to until now. */
export interface YearSoFar {
  /** Quarters from April on without a gap; four for a year that was reported as a whole. */
  readonly held: number;
  /** Whether a quarter is missing before one that is not. */
  readonly gap: boolean;
  /** The quarters that are held, a gap or not, as one; null where there are none or they cannot be pooled. */
  readonly observation: Observation | null;
  /** The newest quarter that is held, or the whole year; null where there is none. */
  readonly latest: Observation | null;
}

/** The year until now. A rolling figure already covers its twelve months, so the newest one stands for the year. */
export function yearSoFar(inputs: MeasureInputs): YearSoFar {
  const { quarters, wholeYear } = inputs;
  const present = quarters.filter((one) => one !== null);
  if (present.length === 0 && wholeYear !== null)
    return { held: 4, gap: false, observation: wholeYear, latest: wholeYear };
  const missing = quarters.indexOf(null);
  const held = missing === -1 ? quarters.length : missing;
  const latest = present.at(-1) ?? null;
  const together = present.length === 0 ? null : inputs.rollingTwelveMonths ? latest : pooled(present);
  return { held, gap: quarters.slice(held).some((one) => one !== null), observation: together, latest };
}

/** What of a past year a part of this one is compared with. */
export interface Comparable {
  readonly observation: Observation;
  readonly quarters: number;
  readonly comparedWith: 'same-quarters-last-year' | 'whole-last-year' | 'rate-of-last-year';
}

/** The same quarters of an earlier year where they are held, else the year as a whole; null where neither will do. */
export function comparableIn(
  { quarters, wholeYear }: YearOfFigures,
  held: number,
  { type, rollingTwelveMonths }: MeasureInputs,
): Comparable | null {
  const same = quarters.slice(0, held).filter((one) => one !== null);
  if (held > 0 && same.length === held) {
    const observation = rollingTwelveMonths ? same.at(-1)! : pooled(same);
    return observation && { observation, quarters: held, comparedWith: 'same-quarters-last-year' };
  }
  if (wholeYear === null) return null;
  if (held === 4) return { observation: wholeYear, quarters: 4, comparedWith: 'whole-last-year' };
  // A level of part of a year and of a whole one are not the same thing; what adds up is compared by its rate.
  return addsUp(type) ? { observation: wholeYear, quarters: 4, comparedWith: 'rate-of-last-year' } : null;
}

/** Whether the series breaks after one quarter began and before another ended: then the two are not compared. */
export function breaksBetween(
  breaks: readonly QuarterOfYear[],
  from: QuarterOfYear,
  until: QuarterOfYear,
): boolean {
  return breaks.some((one) => placeOf(one) > placeOf(from) && placeOf(one) <= placeOf(until));
}

/** A quarter as a running number. */
export function placeOf({ financialYear, quarter }: QuarterOfYear): number {
  return 4 * financialYear + quarter - 1;
}
