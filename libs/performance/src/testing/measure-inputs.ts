import type { FourQuarters, MeasureInputs, TargetInputs, YearOfFigures } from '../facts/measure-inputs.js';
import type { Observation } from '../measures/observation.js';
import { NO_COLOUR } from '../status/status-rules.js';

/** Inputs for tests: offences of 2010/11, lower is better, nothing before, no target. */
export function inputsOf(quarters: FourQuarters, change: Partial<MeasureInputs> = {}): MeasureInputs {
  return {
    financialYear: 2010,
    type: 'count',
    unit: 'offences',
    direction: 'lower',
    rollingTwelveMonths: false,
    quarters,
    wholeYear: null,
    pastYears: [],
    breaks: [],
    target: null,
    statusRules: NO_COLOUR,
    data: { provisional: false, revised: false },
    ...change,
  };
}

/** Quarterly counts; null where there is none. */
export function counts(...four: (number | null)[]): FourQuarters {
  return four.map((count) => (count === null ? null : { type: 'count', count })) as unknown as FourQuarters;
}

/** A past year by quarter. */
export function yearByQuarter(financialYear: number, quarters: FourQuarters): YearOfFigures {
  return { financialYear, quarters, wholeYear: null };
}

/** A past year of which only the whole is known. */
export function yearAsWhole(financialYear: number, whole: Observation | number): YearOfFigures {
  const wholeYear = typeof whole === 'number' ? ({ type: 'count', count: whole } as const) : whole;
  return { financialYear, quarters: [null, null, null, null], wholeYear };
}

export function bounds(
  between: { atLeast?: number; atMost?: number },
  change: Partial<Extract<TargetInputs, { kind: 'bounds' }>> = {},
): TargetInputs {
  return {
    kind: 'bounds',
    atLeast: between.atLeast ?? null,
    atMost: between.atMost ?? null,
    course: { kind: 'usual-shares' },
    baselineYear: null,
    baselineRestated: false,
    ...change,
  };
}

export function atMost(level: number): TargetInputs {
  return bounds({ atMost: level });
}
