import type { CountFacts } from '../facts/count-facts.js';
import type { CountInputs } from '../facts/count-inputs.js';
import { relativeChange } from '../quantities/percent.js';

/** Under this many in the base, percentages say more than the numbers do: counts lead and none is shown. */
const BASE_FOR_PERCENTAGES = 50;

/** A sentence is at most this long, so that it can be read out. */
export const LONGEST_SENTENCE = 320;

/**
 * What the facts come to, in at most three plain sentences: the counts, whether the change is more than chance, and
 * the target. It never says why, and never "will".
 */
export function measureSentence(inputs: CountInputs, facts: CountFacts): string {
  return [countsPart(inputs, facts), changePart(facts), targetPart(inputs, facts)].filter(Boolean).join(' ');
}

function countsPart(
  { unit, pastYears }: CountInputs,
  { yearToDate, quartersHeld, change }: CountFacts,
): string {
  if (yearToDate === null) return `No ${unit} are reported for this year yet.`;
  const span = quartersHeld === 4 || quartersHeld === 0 ? '' : ` in the first ${quarters(quartersHeld)}`;
  const now = `${number(yearToDate)} ${unit}${span}`;
  if (change.before === null || pastYears.length === 0) return `${now}.`;
  if (change.comparedWith === 'rate-of-last-year')
    return `${now}, against ${number(change.before)} in the whole of last year.`;
  return `${now}, against ${number(change.before)} ${quartersHeld === 4 ? 'the year before' : 'in the same months last year'}${percentage(change.before, yearToDate)}.`;
}

function percentage(before: number, after: number): string {
  if (before < BASE_FOR_PERCENTAGES) return '';
  const change = relativeChange(before, after);
  if (change === null || change === 0) return '';
  return ` (${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}%)`;
}

function changePart({ change, yearToDate }: CountFacts): string {
  if (yearToDate === null) return '';
  if (change.verdict === 'insufficient-data')
    return change.reason === 'series-break'
      ? 'Figures from before the break in the series are not compared.'
      : '';
  if (change.verdict === 'within-variation') return 'A difference this size is common by chance.';
  const way = change.towards === 'higher' ? 'rise' : 'fall';
  const meaning = { better: ', for the better', worse: ', for the worse', different: '' }[change.verdict];
  return `A ${way} this size is more than chance explains${meaning}.`;
}

function targetPart(
  { unit }: CountInputs,
  { target, forecast, yearToDate, quartersHeld }: CountFacts,
): string {
  const { status, passMark, difference } = target;
  if (status === 'no-target') return 'No target is set.';
  if (status === 'cannot-tell') {
    return {
      'no-figures': passMark === null ? '' : `The target is ${number(passMark)} or fewer.`,
      'quarter-missing': 'A quarter is missing, so the target cannot be judged.',
      'no-baseline': 'No baseline is known, so the target cannot be judged.',
      'narrative-target': 'The target is in words and is not judged by a number.',
    }[target.reason ?? 'no-figures'];
  }
  if (passMark === null || yearToDate === null) return '';
  const wanted = `The target of ${number(passMark)} or fewer`;
  if (status === 'met') return `${wanted} was met${difference === 0 ? ' exactly' : ''}.`;
  if (status === 'not-met')
    return quartersHeld === 4
      ? `${wanted} was missed by ${number(yearToDate - passMark)}.`
      : `${wanted} for the year is missed by ${number(yearToDate - passMark)} already.`;
  if (!('median' in forecast)) return '';
  const { lower, upper } = forecast.interval80;
  return `The year may end between ${number(lower)} and ${number(upper)} ${unit}; meeting the target of ${number(passMark)} is ${likelihood(forecast.probabilityOfTarget ?? 0)}.`;
}

/** The probability in words and about in numbers; the yardstick of the UK's Professional Head of Intelligence Assessment. */
export function likelihood(probability: number): string {
  const about = `(about ${Math.round(100 * probability)}%)`;
  if (probability <= 0.05) return 'a remote chance (5% or less)';
  if (probability <= 0.2) return `highly unlikely ${about}`;
  if (probability <= 0.35) return `unlikely ${about}`;
  if (probability < 0.5) return `a realistic possibility ${about}`;
  if (probability < 0.55) return `about an even chance ${about}`;
  if (probability < 0.8) return `likely ${about}`;
  if (probability < 0.95) return `highly likely ${about}`;
  return 'almost certain (95% or more)';
}

function quarters(held: number): string {
  return held === 1 ? 'quarter' : `${held} quarters`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}
