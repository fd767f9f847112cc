import { likelihood } from '@lib/performance';
import type { MeasureYear } from '@lib/reporting';
import { formatCount } from '@lib/ui';

const CHANGE = {
  better: 'Better than chance explains',
  worse: 'Worse than chance explains',
  different: 'More than chance explains; neither way is good by itself',
  'within-variation': 'Within normal variation: a difference this size is common by chance',
} as const;

const NO_CHANGE = {
  'nothing-before': 'Cannot tell: there is nothing before to compare with',
  'part-missing': 'Cannot tell: a part is missing',
  'series-break': 'Cannot tell: the series breaks in between',
  'other-weights': 'Cannot tell: the weights are others',
  'other-type': 'Cannot tell: the measure is of another type',
  'no-interval': 'Cannot tell: nobody knows how much the figures vary',
  'not-a-number': 'Does not apply',
  'both-zero': 'None before and none now',
} as const;

const NO_FORECAST = {
  'no-figures': 'None: there are no approved figures yet',
  'quarter-missing': 'None: a quarter is missing',
  'year-over': 'None: the year is over',
  'no-target': 'None: no target is set',
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

/** The facts beside the target status, each by itself, as rows of a summary list. */
export function factRows({ facts }: MeasureYear, unit: string): { key: string; value: string }[] {
  const { change, forecast, data, yearToDate } = facts;
  return [
    {
      key: 'Change',
      value: change.verdict === 'insufficient-data' ? NO_CHANGE[change.reason] : CHANGE[change.verdict],
    },
    { key: 'Forecast', value: forecastWords(forecast, unit) },
    {
      key: 'Data',
      value:
        yearToDate === null ? 'No approved figures' : sentenceCase(data.map((word) => DATA[word]).join(', ')),
    },
  ];
}

function forecastWords(forecast: MeasureYear['facts']['forecast'], unit: string): string {
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

/** The numbers behind a change, for who wants to check: null where counts were not compared. */
export function changeNumbers({ facts: { change } }: MeasureYear): string | null {
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

/** The year's count, with the range of one that was worked back. */
export function yearCount({ facts, annual }: MeasureYear): string {
  if (facts.yearToDate === null) return '[x]';
  const count = formatCount(facts.yearToDate);
  if (annual?.exactness !== 'back-calculated') return count;
  const { lowest, highest } = annual;
  const between = lowest === highest ? '' : `; between ${formatCount(lowest)} and ${formatCount(highest)}`;
  return `${count} (back-calculated${between})`;
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
