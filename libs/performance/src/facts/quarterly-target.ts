import { addsUp } from '../measures/pooled.js';
import type { MeasureInputs } from './measure-inputs.js';
import { allowedBy, isPoint } from './target-fact.js';

/** What a target asks of one quarter by itself, in the measure's own unit. */
export interface QuarterLevel {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/**
 * What the year's target comes to for each quarter by itself, April first: its share of what adds up, the level itself
 * of what does not. For the line on a chart, and for whether the process will keep meeting it.
 *
 * @returns null where the target has no number
 */
export function quarterlyTarget(inputs: MeasureInputs): readonly QuarterLevel[] | null {
  const { target } = inputs;
  if (target?.kind !== 'bounds') return null;
  const cumulative = addsUp(inputs.type) && !inputs.rollingTwelveMonths && !isPoint(target);
  return [1, 2, 3, 4].map((quarter) => {
    const upTo = allowedBy(inputs, target, quarter);
    if (!cumulative || quarter === 1) return upTo;
    const before = allowedBy(inputs, target, quarter - 1);
    return { atLeast: less(upTo.atLeast, before.atLeast), atMost: less(upTo.atMost, before.atMost) };
  });
}

function less(upTo: number | null, before: number | null): number | null {
  return upTo === null || before === null ? null : upTo - before;
}
