import {
  bareNumber,
  type Comparison,
  type FactsAsStored,
  likelihood,
  type MeasureType,
  type NoChangeReason,
  type Rag,
  type TargetStatus,
  valueInWords,
} from '@lib/performance';
import { formatCount } from '@lib/ui';

const CHANGE = {
  better: 'Better than chance explains',
  worse: 'Worse than chance explains',
  different: 'More than chance explains; neither way is good by itself',
  'within-variation': 'Within normal variation: a difference this size is common by chance',
} as const;

const NO_CHANGE: Readonly<Record<NoChangeReason, string>> = {
  'nothing-before': 'Cannot tell: there is nothing before to compare with',
  'part-missing': 'Cannot tell: a part is missing',
  'quarter-missing': 'Cannot tell: a quarter is missing',
  'series-break': 'Cannot tell: the series breaks in between',
  'other-weights': 'Cannot tell: the weights are others',
  'other-type': 'Cannot tell: the measure is of another type',
  'no-base': 'Cannot tell: there is nothing that it is a share of',
  'no-interval': 'Cannot tell: nobody knows how much the figures vary',
  'not-a-number': 'Does not apply',
  'both-zero': 'None before and none now',
};

const NO_FORECAST = {
  'no-figures': 'None: there are no approved figures yet',
  'quarter-missing': 'None: a quarter is missing',
  'year-over': 'None: the year is over',
  'series-break': 'None: the series breaks within the year',
  'part-missing': 'None: a part is missing',
  'no-method': 'None: this type of measure is not forecast',
} as const;

const SEASONALITY = {
  'last-three-years': 'seasons as in the last three years',
  'last-year': 'seasons as last year',
  'even-share': 'seasonality not assessed',
} as const;

const DATA = {
  incomplete: 'incomplete',
  'series-break': 'break in the series',
  provisional: 'provisional',
  revised: 'revised',
  final: 'final, as far as is recorded',
} as const;

export const RAG_WORDS: Readonly<Record<Rag, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  grey: 'No colour',
};

/** As the status component draws them. */
export const STATUS_WORDS: Readonly<Record<TargetStatus, string>> = {
  met: 'Met',
  'on-course': 'On course',
  'at-risk': 'At risk',
  'off-course': 'Off course',
  'not-met': 'Not met',
  'no-target': 'No target',
  'cannot-tell': 'Cannot tell',
};

/** Whether a figure differs from an earlier one by more than chance explains, or why that cannot be said. */
export function changeWords({ change }: Pick<Comparison, 'change'>): string {
  return change.verdict === 'insufficient-data' ? NO_CHANGE[change.reason] : CHANGE[change.verdict];
}

/** The same in a table's cell: the verdict, or why there is none. */
export function shortChange({ change }: Pick<Comparison, 'change'>): string {
  return changeWords({ change }).replace(/: a difference this size is common by chance$/, '');
}

/** The state of the data, most important first. */
export function dataWords({ data, yearToDate }: Pick<FactsAsStored, 'data' | 'yearToDate'>): string {
  if (yearToDate === null && data.every((word) => word === 'final')) return 'No approved figures';
  return sentenceCase(data.map((word) => DATA[word]).join(', '));
}

/** How the year may end, or why that is not forecast. */
export function forecastWords({ forecast }: Pick<FactsAsStored, 'forecast'>, unit: string): string {
  if ('reason' in forecast) return NO_FORECAST[forecast.reason];
  const { median, interval80, interval95, probabilityOfTarget, seasonality, maybeTooNarrow } = forecast;
  const hit =
    probabilityOfTarget === null ? '' : `; meeting the target is ${likelihood(probabilityOfTarget)}`;
  const doubt = maybeTooNarrow ? ', and the ranges may be too narrow' : '';
  return (
    `About ${formatCount(median)} ${unit} by the end of the year (80% range ${range(interval80)}, 95% range ` +
    `${range(interval95)})${hit}. ${sentenceCase(SEASONALITY[seasonality])}${doubt}.`
  );
}

/** The same in a table's cell. */
export function shortForecast({ forecast }: Pick<FactsAsStored, 'forecast'>): string {
  if ('reason' in forecast) return NO_FORECAST[forecast.reason];
  const { interval80, probabilityOfTarget } = forecast;
  const hit = probabilityOfTarget === null ? '' : `. Meeting the target: ${likelihood(probabilityOfTarget)}`;
  return `80% range ${range(interval80)}${hit}`;
}

/** The colour with the rule that gave it: nobody has to guess why. */
export function statusWords({ status }: Pick<FactsAsStored, 'status'>): string {
  const because = `because ${status.reason}`;
  return `${RAG_WORDS[status.rag]}, ${because} (rules ${status.ruleSet}, version ${status.ruleSetVersion})`;
}

/** The numbers behind a change, for who wants to check: null where counts were not compared. */
export function changeNumbers({ change }: Comparison): string | null {
  if (change.verdict === 'insufficient-data' || change.effect.kind !== 'ratio' || !change.besides)
    return null;
  const { value, interval } = change.effect;
  const parts = [
    `ratio ${value === null ? 'without end' : value.toFixed(3)} (95% range ${interval.lower.toFixed(3)} to ` +
      `${interval.upper === null ? 'without end' : interval.upper.toFixed(3)})`,
    `E-test p ${pValue(change.pValue ?? 1)}`,
    `C-test p ${pValue(change.besides.conditionalTest)}`,
  ];
  if (change.besides.rootTransform !== null)
    parts.push(`√2(√after − √before) ${signed(change.besides.rootTransform)}`);
  return parts.join('; ');
}

/** Two spans of time side by side, as a row of a table. */
export function comparisonRow(basis: string, comparison: Comparison, unit: string) {
  const { now, before } = comparison;
  return {
    basis,
    now: now ? valueInWords(now, unit) : '[x]',
    before: before ? valueInWords(before, unit) : '[x]',
    change: changeWords(comparison),
  };
}

/**
 * What meets a target: "1,675 offences or fewer", "at least 51.4%"; null where no number does.
 *
 * @param unit left out of the words where it is null
 */
export function metByWords(
  { atLeast, atMost }: { readonly atLeast: string | number | null; readonly atMost: string | number | null },
  type: MeasureType,
  unit: string | null,
): string | null {
  const number = (value: string | number) => bareNumber(Number(value), type);
  const counted = type === 'count' || type === 'composite';
  const withUnit = unit !== null && (counted || type === 'rate') ? ` ${unit}` : '';
  if (atLeast !== null && atMost !== null)
    return `between ${number(atLeast)} and ${number(atMost)}${withUnit}`;
  if (atMost !== null) return `${number(atMost)}${withUnit} or ${counted ? 'fewer' : 'less'}`;
  return atLeast === null ? null : `at least ${number(atLeast)}${withUnit}`;
}

function pValue(p: number): string {
  return p < 0.0001 ? 'under 0.0001' : p.toFixed(4);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

function range({ lower, upper }: { lower: number; upper: number }): string {
  return `${formatCount(lower)} to ${formatCount(upper)}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
