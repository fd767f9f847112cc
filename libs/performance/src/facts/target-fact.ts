import { Decimal } from '@lib/kernel';
import type { Observation } from '../measures/observation.js';
import { addsUp } from '../measures/pooled.js';
import { intervalOf, valueOf } from '../measures/value.js';
import type { TargetStatus } from '../targets/target-status.js';
import { allowedAt } from '../targets/trajectory.js';
import { type ForecastFact, usualShare } from './forecast-fact.js';
import type { MeasureInputs, TargetInputs } from './measure-inputs.js';
import { breaksBetween, type YearSoFar } from './year-so-far.js';

/** Why a target cannot be judged. */
export type TargetReason =
  | 'no-figures'
  | 'quarter-missing'
  | 'part-missing'
  | 'no-baseline'
  | 'narrative-target'
  | 'series-break'
  | 'no-comparators'
  | 'not-due'
  | 'not-a-number';

/** How the target stands. Bounds and differences are in the measure's own unit. */
export interface TargetFact {
  readonly status: TargetStatus;
  readonly reason: TargetReason | null;
  /** What meets the target over the year, ends included; null where there is no such end. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** How far the figure is beyond what the target allows by now; 0 or less is within it. */
  readonly difference: number | null;
}

/** What is equal on paper may differ in the last bit. */
const TIE = 1e-9;

/**
 * How a target stands. A part of a year is never scored as a whole: until the year is over a target is on course, at
 * risk or off course, unless nothing that can still happen changes the answer.
 *
 * What adds up is on course within the share of the target that has normally gone by now and when more likely than not
 * to meet it, at risk with one of the two, off course with neither. A level (a percentage, a mean, a gap) is on course
 * within the bounds, at risk outside them by no more than chance explains, off course beyond that.
 */
export function targetFact(inputs: MeasureInputs, soFar: YearSoFar, forecast: ForecastFact): TargetFact {
  const { target } = inputs;
  if (target === null)
    return { status: 'no-target', reason: null, atLeast: null, atMost: null, difference: null };
  switch (target.kind) {
    case 'narrative':
      return cannotTell('narrative-target');
    case 'no-baseline':
      return cannotTell('no-baseline');
    case 'milestone':
      return milestone(soFar);
    case 'rank':
      return rank(target, soFar);
    case 'bounds':
      return bounded(inputs, target, soFar, forecast);
  }
}

type Bounded = Extract<TargetInputs, { kind: 'bounds' }>;

function bounded(
  inputs: MeasureInputs,
  target: Bounded,
  soFar: YearSoFar,
  forecast: ForecastFact,
): TargetFact {
  const { atLeast, atMost } = target;
  // A target without an end is words.
  if (atLeast === null && atMost === null) return cannotTell('narrative-target');
  const unknown = (reason: TargetReason) => ({ ...cannotTell(reason), atLeast, atMost });
  if (soFar.latest === null) return unknown('no-figures');
  const value = soFar.observation && valueOf(soFar.observation);
  if (soFar.observation === null || value === null)
    return unknown(isWords(inputs.type) ? 'not-a-number' : 'part-missing');
  if (isAcrossBreak(inputs, target, soFar)) return unknown('series-break');
  const judged = (status: TargetStatus, difference: number): TargetFact => ({
    status,
    reason: null,
    atLeast,
    atMost,
    difference: tidy(difference),
  });
  if (addsUp(inputs.type) && !inputs.rollingTwelveMonths && !isPoint(target)) {
    // More than the whole year may have is missed, whatever is still to come and whatever is missing.
    if (atMost !== null && value > atMost + TIE) return judged('not-met', value - atMost);
    if (atMost === null && atLeast !== null && value >= atLeast - TIE) return judged('met', atLeast - value);
  }
  if (soFar.gap || soFar.held === 0) return unknown('quarter-missing');
  const figure = isPoint(target) ? valueOf(soFar.latest) : value;
  if (figure === null) return unknown('part-missing');
  const allowed = allowedBy(inputs, target, soFar.held);
  const beyond = beyondBounds(figure, allowed);
  const within = beyond <= TIE;
  if (soFar.held === 4) return judged(within ? 'met' : 'not-met', beyond);
  if (!addsUp(inputs.type) || inputs.rollingTwelveMonths || isPoint(target)) {
    const observed = isPoint(target) ? soFar.latest : soFar.observation;
    return judged(within ? 'on-course' : mayBeWithin(observed, allowed) ? 'at-risk' : 'off-course', beyond);
  }
  const likely = 'median' in forecast ? (forecast.probabilityOfTarget ?? 0) >= 0.5 : within;
  return judged(within && likely ? 'on-course' : within || likely ? 'at-risk' : 'off-course', beyond);
}

function milestone({ latest, held, gap }: YearSoFar): TargetFact {
  const reached =
    latest?.type === 'milestone' ? latest.reached : latest?.type === 'yes-no' ? latest.yes : null;
  if (latest === null) return cannotTell('no-figures');
  if (reached === null) return cannotTell('not-a-number');
  if (reached) return { ...cannotTell('not-due'), status: 'met', reason: null };
  return held === 4 && !gap
    ? { ...cannotTell('not-due'), status: 'not-met', reason: null }
    : cannotTell('not-due');
}

function rank({ atMost, place }: Extract<TargetInputs, { kind: 'rank' }>, { held }: YearSoFar): TargetFact {
  if (place === null) return { ...cannotTell('no-comparators'), atMost };
  const difference = place - atMost;
  const within = difference <= 0;
  const status = held === 4 ? (within ? 'met' : 'not-met') : within ? 'on-course' : 'off-course';
  return { status, reason: null, atLeast: null, atMost, difference };
}

function cannotTell(reason: TargetReason): TargetFact {
  return { status: 'cannot-tell', reason, atLeast: null, atMost: null, difference: null };
}

/** A year that is counted in two ways, or against a baseline that was counted another way, says nothing of a target. */
function isAcrossBreak(
  { breaks, financialYear }: MeasureInputs,
  target: Bounded,
  { held }: YearSoFar,
): boolean {
  const until = { financialYear, quarter: Math.max(1, held) as 1 | 2 | 3 | 4 };
  if (breaksBetween(breaks, { financialYear, quarter: 1 }, until)) return true;
  return (
    target.baselineYear !== null &&
    !target.baselineRestated &&
    breaksBetween(breaks, { financialYear: target.baselineYear, quarter: 1 }, until)
  );
}

interface Allowed {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** What a target allows by the end of a quarter, counted from 1: of what adds up its share of the year. */
export function allowedBy(inputs: MeasureInputs, target: Bounded, held: number): Allowed {
  const { course } = target;
  const share = (bound: number | null): number | null => {
    if (bound === null) return null;
    if (course.kind === 'explicit') return explicitLevel(course, held);
    // The level of a percentage is the same in every part of a year.
    if (!addsUp(inputs.type) || inputs.rollingTwelveMonths || held === 4) return bound;
    if (course.kind === 'usual-shares') return bound * usualShare(inputs, held).share;
    return allowedAt(course, new Decimal(bound), {
      period: held,
      periods: 4,
      reading: 'cumulative',
    }).toNumber();
  };
  return { atLeast: share(target.atLeast), atMost: share(target.atMost) };
}

function explicitLevel(
  { levels, reading }: Extract<Bounded['course'], { kind: 'explicit' }>,
  held: number,
): number {
  const course = { kind: 'explicit', levels: levels.map((level) => new Decimal(level)) } as const;
  return allowedAt(course, new Decimal(0), { period: held, periods: 4, reading }).toNumber();
}

/** Whether each quarter is judged by itself. */
export function isPoint({ course }: Bounded): boolean {
  return course.kind === 'explicit' && course.reading === 'point';
}

/** How far outside the bounds; 0 or less within them, the nearer to an end the nearer to 0. */
function beyondBounds(value: number, { atLeast, atMost }: Allowed): number {
  const over = atMost === null ? -Infinity : value - atMost;
  const under = atLeast === null ? -Infinity : atLeast - value;
  return Math.max(over, under);
}

/** Whether chance alone may have carried the figure outside. */
function mayBeWithin(observation: Observation | null, { atLeast, atMost }: Allowed): boolean {
  const interval = observation && intervalOf(observation);
  if (!interval) return false;
  return (atMost === null || interval.lower <= atMost) && (atLeast === null || interval.upper >= atLeast);
}

function isWords(type: MeasureInputs['type']): boolean {
  return type === 'milestone' || type === 'yes-no' || type === 'narrative';
}

/** Without the last bits of a sum of fractions: 0.1 + 0.2 is 0.3. */
function tidy(value: number): number {
  return Number(value.toFixed(9));
}
