import type { MeasureFacts } from '../facts/measure-facts.js';
import type { MeasureInputs } from '../facts/measure-inputs.js';
import type { Observation } from '../measures/observation.js';
import { valueOf } from '../measures/value.js';
import { relativeChange } from '../quantities/percent.js';
import { targetPart } from './target-part.js';
import { bareNumber, BASE_FOR_PERCENTAGES, mayShowPercentage, valueInWords } from './value-in-words.js';

/** A sentence is at most this long, so that it can be read out; a unit of more than 60 characters is cut. */
export const LONGEST_SENTENCE = 400;
const LONGEST_UNIT = 60;
const LONGEST_NARRATIVE = 200;

/**
 * What the facts come to, in at most three plain sentences: the figures, whether the change is more than chance, and
 * the target. It never says why, and never "will". Below a base of 50 the counts lead and no percentage is shown.
 */
export function measureSentence(inputs: MeasureInputs, facts: MeasureFacts): string {
  const short = { ...inputs, unit: shortened(inputs.unit, LONGEST_UNIT) };
  return [figuresPart(short, facts), changePart(facts), targetPart(short, facts)].filter(Boolean).join(' ');
}

function figuresPart(inputs: MeasureInputs, { soFar, quartersHeld, change }: MeasureFacts): string {
  const { type, unit, quarters } = inputs;
  if (soFar === null)
    return quarters.some((one) => one !== null)
      ? 'A part of the figure is missing.'
      : `No ${isWords(type) || isPercentage(type) ? 'figures' : unit} are reported for this year yet.`;
  if (soFar.type === 'narrative') return `In words: ${shortened(soFar.text, LONGEST_NARRATIVE)}`;
  if (soFar.type === 'milestone')
    return soFar.reached ? 'The milestone is reached.' : 'The milestone is not reached.';
  if (soFar.type === 'yes-no') return soFar.yes ? 'The answer is yes.' : 'The answer is no.';
  const now = `${valueInWords(soFar, unit)}${spanOf(inputs, quartersHeld)}`;
  const { before, comparedWith } = change;
  const figure = before && valueOf(before);
  if (before === null || figure === null || comparedWith === null || isAcrossBreak(change)) return `${now}.`;
  const then = mayShowPercentage(before) ? bareNumber(figure, before.type) : valueInWords(before, unit);
  if (comparedWith === 'rate-of-last-year') return `${now}, against ${then} in the whole of last year.`;
  const when =
    inputs.rollingTwelveMonths || quartersHeld === 4 ? 'the year before' : 'in the same months last year';
  return `${now}, against ${then} ${when}${difference(before, soFar)}.`;
}

function spanOf({ rollingTwelveMonths }: MeasureInputs, quartersHeld: number): string {
  if (rollingTwelveMonths) return ' in the last twelve months';
  if (quartersHeld === 4 || quartersHeld === 0) return '';
  return ` in the first ${quartersHeld === 1 ? 'quarter' : `${quartersHeld} quarters`}`;
}

/** Of counts in per cent of a base of 50 or more, of percentages in points: the two are never mixed up. */
function difference(before: Observation, now: Observation): string {
  const [early, late] = [valueOf(before), valueOf(now)];
  if (early === null || late === null || early === late) return '';
  if (isPercentage(now.type)) {
    if (!mayShowPercentage(before) || !mayShowPercentage(now)) return '';
    return ` (${signed(late - early)} points)`;
  }
  if (countBehind(before) < BASE_FOR_PERCENTAGES) return '';
  const change = relativeChange(early, late);
  return change === null ? '' : ` (${signed(change)}%)`;
}

/** The events behind a figure; no matter how many for what is not counted. */
function countBehind(observation: Observation): number {
  switch (observation.type) {
    case 'count':
    case 'rate':
      return observation.count;
    case 'composite':
      return observation.count ?? 0;
    default:
      return Infinity;
  }
}

function changePart({ change: comparison, soFar }: MeasureFacts): string {
  if (soFar === null) return '';
  if (isAcrossBreak(comparison)) return 'Figures from before the break in the series are not compared.';
  const { change } = comparison;
  if (change.verdict === 'insufficient-data') return '';
  if (change.verdict === 'within-variation') return 'A difference this size is common by chance.';
  const way = change.towards === 'higher' ? 'rise' : 'fall';
  const meaning = { better: ', for the better', worse: ', for the worse', different: '' }[change.verdict];
  return `A ${way} this size is more than chance explains${meaning}.`;
}

function isAcrossBreak({ change }: MeasureFacts['change']): boolean {
  return change.verdict === 'insufficient-data' && change.reason === 'series-break';
}

function isPercentage(type: Observation['type']): boolean {
  return type === 'proportion' || type === 'survey' || type === 'gap';
}

function isWords(type: Observation['type']): boolean {
  return type === 'milestone' || type === 'yes-no' || type === 'narrative';
}

function signed(value: number): string {
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`;
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
