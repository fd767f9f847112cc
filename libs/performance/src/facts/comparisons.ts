import { pooled } from '../measures/pooled.js';
import type { Observation } from '../measures/observation.js';
import { type ChangeFact, changeFact, type NoChangeReason } from './change-fact.js';
import type { MeasureInputs, QuarterOfYear } from './measure-inputs.js';
import { breaksBetween, comparableIn, type Comparable, placeOf, type YearSoFar } from './year-so-far.js';

/** Two spans of time set against each other, and whether they differ by more than chance explains. */
export interface Comparison {
  readonly before: Observation | null;
  readonly now: Observation | null;
  readonly change: ChangeFact;
}

/** The year to date against the same quarters of last year, or what there is of it. */
export interface YearToDateComparison extends Comparison {
  readonly comparedWith: Comparable['comparedWith'] | null;
}

/** The year to date against last year: the same quarters where both are held, else the year as a whole. */
export function yearToDateComparison(inputs: MeasureInputs, soFar: YearSoFar): YearToDateComparison {
  const { held, gap, observation } = soFar;
  const none = (reason: NoChangeReason) =>
    ({ ...insufficient(reason, null, observation), comparedWith: null }) as const;
  if (observation === null && soFar.latest !== null) return none('part-missing');
  if (observation === null) return none('nothing-before');
  if (gap || held === 0) return none('quarter-missing');
  const [last] = inputs.pastYears;
  const before = last ? comparableIn(last, held, inputs) : null;
  if (!last || !before) return none('nothing-before');
  const acrossBreak = breaksBetween(
    inputs.breaks,
    { financialYear: last.financialYear, quarter: 1 },
    { financialYear: inputs.financialYear, quarter: held as 1 | 2 | 3 | 4 },
  );
  return {
    before: before.observation,
    now: observation,
    comparedWith: before.comparedWith,
    change: changeFact(
      { observation: before.observation, quarters: before.quarters },
      { observation, quarters: held },
      inputs.direction,
      { acrossBreak },
    ),
  };
}

/**
 * The newest quarter against the same quarter of last year. Quarters of one year are never compared with each other:
 * crime has seasons.
 */
export function sameQuarterComparison(inputs: MeasureInputs): Comparison {
  const newest = newestQuarter(inputs);
  if (newest === null) return insufficient('nothing-before', null, null);
  const now = at(inputs, newest);
  const yearAgo = newest - 4;
  const before = at(inputs, yearAgo);
  if (!before) return insufficient('nothing-before', null, now);
  return compared(inputs, { from: yearAgo, quarters: 1, observation: before }, { until: newest, now: now! });
}

/**
 * The last twelve months against the twelve before: the default for small numbers. All eight quarters must be held. A
 * figure that covers twelve months already is set against the one of a year ago, with which it shares no case.
 */
export function rollingYearComparison(inputs: MeasureInputs): Comparison {
  const newest = newestQuarter(inputs);
  if (newest === null) return insufficient('nothing-before', null, null);
  if (inputs.rollingTwelveMonths) return sameQuarterComparison(inputs);
  const span = (from: number) => [0, 1, 2, 3].map((ahead) => at(inputs, from + ahead));
  const [late, early] = [span(newest - 3), span(newest - 7)];
  const [now, before] = [late, early].map((four) => (four.every(isHeld) ? pooled(four) : null));
  if (!late.every(isHeld)) return insufficient('quarter-missing', null, null);
  if (!early.every(isHeld))
    return insufficient(early.some(isHeld) ? 'quarter-missing' : 'nothing-before', null, now ?? null);
  if (!now || !before) return insufficient('part-missing', before ?? null, now ?? null);
  return compared(inputs, { from: newest - 7, quarters: 4, observation: before }, { until: newest, now });
}

function compared(
  { breaks, direction }: MeasureInputs,
  before: { from: number; quarters: number; observation: Observation },
  { until, now }: { until: number; now: Observation },
): Comparison {
  const change = changeFact(
    { observation: before.observation, quarters: before.quarters },
    { observation: now, quarters: before.quarters },
    direction,
    { acrossBreak: breaksBetween(breaks, quarterAt(before.from), quarterAt(until)) },
  );
  return { before: before.observation, now, change };
}

function insufficient(
  reason: NoChangeReason,
  before: Observation | null,
  now: Observation | null,
): Comparison {
  return { before, now, change: { verdict: 'insufficient-data', reason } };
}

/** The newest quarter of this year that is held, as a running number; null where none is. */
function newestQuarter({ financialYear, quarters }: MeasureInputs): number | null {
  const index = quarters.findLastIndex(isHeld);
  return index === -1 ? null : placeOf({ financialYear, quarter: (index + 1) as 1 | 2 | 3 | 4 });
}

function at(inputs: MeasureInputs, place: number): Observation | null {
  const { financialYear, quarter } = quarterAt(place);
  const year = [inputs, ...inputs.pastYears].find((one) => one.financialYear === financialYear);
  return year?.quarters[quarter - 1] ?? null;
}

function quarterAt(place: number): QuarterOfYear {
  return { financialYear: Math.floor(place / 4), quarter: ((place % 4) + 1) as 1 | 2 | 3 | 4 };
}

function isHeld(one: Observation | null): one is Observation {
  return one !== null;
}
