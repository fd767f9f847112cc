import type { MeasureFacts } from '../facts/measure-facts.js';
import type { MeasureInputs } from '../facts/measure-inputs.js';
import type { TargetFact, TargetReason } from '../facts/target-fact.js';
import { likelihood } from './likelihood.js';
import { bareNumber, numberInWords } from './value-in-words.js';

const CANNOT_TELL: Readonly<Record<TargetReason, string>> = {
  'no-figures': '',
  'quarter-missing': 'A quarter is missing, so the target cannot be judged.',
  'part-missing': 'A part is missing, so the target cannot be judged.',
  'no-baseline': 'No baseline is known, so the target cannot be judged.',
  'narrative-target': 'The target is in words and is not judged by a number.',
  'series-break': 'The series breaks within or after the baseline, so the target cannot be judged.',
  'no-comparators': 'Nothing is held to rank it with, so the target cannot be judged.',
  'not-due': 'The year is not over, so it is not judged yet.',
  'not-a-number': 'There is no number to judge the target by.',
};

/** The target's part of a sentence: what it is, and how it stands. Empty where another part has said it. */
export function targetPart(inputs: MeasureInputs, facts: MeasureFacts): string {
  const { target, quartersHeld } = facts;
  if (target.status === 'no-target') return 'No target is set.';
  if (target.status === 'cannot-tell') {
    const wanted = wantedOf(inputs, target);
    if (target.reason === 'no-figures') return wanted && `The target is ${wanted}.`;
    return CANNOT_TELL[target.reason ?? 'no-figures'];
  }
  if (inputs.target?.kind === 'milestone')
    return target.status === 'met' ? 'The target was met.' : 'The target was missed.';
  const wanted = `The target of ${wantedOf(inputs, target)}`;
  const difference = target.difference ?? 0;
  switch (target.status) {
    case 'met':
      if (quartersHeld < 4) return `${wanted} for the year is met already.`;
      return `${wanted} was met${difference === 0 ? ' exactly' : ''}.`;
    case 'not-met':
      if (quartersHeld < 4)
        return `${wanted} for the year is missed by ${distance(inputs, difference)} already.`;
      return `${wanted} was missed by ${distance(inputs, difference)}.`;
    default:
      return openPart(inputs, facts);
  }
}

/** Until the year is over: how it may end where that can be forecast, else where the figure lies by now. */
function openPart(inputs: MeasureInputs, { target, forecast }: MeasureFacts): string {
  const { type, unit } = inputs;
  const wanted = `the target of ${wantedOf(inputs, target)}`;
  if ('median' in forecast && forecast.probabilityOfTarget !== null) {
    const { lower, upper } = forecast.interval80;
    const range = `${bareNumber(lower, type)} and ${numberInWords(upper, type, unit)}`;
    const chance = likelihood(forecast.probabilityOfTarget);
    return `The year may end between ${range}; meeting ${wanted} is ${chance}.`;
  }
  const difference = target.difference ?? 0;
  if (difference <= 0) return `It is within ${wanted} so far.`;
  const off = `It is ${distance(inputs, difference)} off ${wanted} so far`;
  return target.status === 'at-risk' ? `${off}, which chance may explain.` : `${off}.`;
}

/** "1,675 or fewer", "at least 51.4%", "between 40 and 60", "place 8 or better". */
function wantedOf({ type, target }: MeasureInputs, { atLeast, atMost }: TargetFact): string {
  if (target?.kind === 'rank') return `place ${atMost ?? target.atMost} or better`;
  if (atLeast !== null && atMost !== null)
    return `between ${bareNumber(atLeast, type)} and ${bareNumber(atMost, type)}`;
  if (atMost !== null)
    return `${bareNumber(atMost, type)} or ${type === 'count' || type === 'composite' ? 'fewer' : 'less'}`;
  return atLeast === null ? '' : `at least ${bareNumber(atLeast, type)}`;
}

/** How far off: a difference of percentages is in points. */
function distance({ type, target }: MeasureInputs, difference: number): string {
  if (target?.kind === 'rank') return difference === 1 ? '1 place' : `${difference} places`;
  if (type === 'proportion' || type === 'survey' || type === 'gap')
    return `${bareNumber(difference, 'mean')} points`;
  // Half an offence short of a share of the target is still short of it.
  return type === 'count' || type === 'composite'
    ? bareNumber(Math.ceil(difference), 'count')
    : bareNumber(difference, type);
}
