import type { ProcessLimits } from './xmr.js';

/** The rule set of this file, stamped on every signal. A change of rule is a new set; old papers keep theirs. */
export const MDC_2023 = 'MDC-2023';

export type SignalRule = 'outside-limits' | 'trend' | 'two-of-three' | 'shift';

/** Which rule names a point that several hold for. */
const PRIORITY: readonly SignalRule[] = ['outside-limits', 'trend', 'two-of-three', 'shift'];

export interface Signal {
  readonly ruleSet: typeof MDC_2023;
  readonly rule: SignalRule;
  /** Every rule that holds for the point, in the order of priority. */
  readonly rules: readonly SignalRule[];
  /** Where the point went: above or below what was usual (for a trend: up or down). */
  readonly towards: 'higher' | 'lower';
}

const RUN = 7;

/**
 * The signals of special cause, point by point; null is common cause. Rule set MDC-2023 (NHS England, Making data
 * count), as settled for this service:
 * - outside-limits: beyond three sigma;
 * - trend: seven points, each above (below) the one before; a tie breaks it;
 * - two-of-three: two of three successive points beyond two sigma, all three on one side of the mean; a point beyond
 *   three sigma counts as beyond two;
 * - shift: seven successive points on one side of the mean; a point on the mean breaks it.
 * Every point of a run is flagged, not only the one that completes it.
 *
 * @param limits one for all points, or one for each
 */
export function signals(
  values: readonly number[],
  limits: ProcessLimits | readonly ProcessLimits[],
): (Signal | null)[] {
  const limitsAt = (index: number): ProcessLimits => (isList(limits) ? limits[index]! : limits);
  const side = values.map((value, index) => Math.sign(value - limitsAt(index).mean));
  const beyondNear = values.map(
    (value, index) => value > limitsAt(index).nearUpper || value < limitsAt(index).nearLower,
  );
  const outside = values.map((value, index) =>
    value > limitsAt(index).upper ? 1 : value < limitsAt(index).lower ? -1 : 0,
  );
  const found: Record<SignalRule, number[]> = {
    'outside-limits': outside,
    trend: trends(values),
    'two-of-three': twoOfThree(beyondNear, side),
    shift: shifts(side),
  };
  return values.map((_, index) => {
    const rules = PRIORITY.filter((rule) => found[rule][index] !== 0);
    const [rule] = rules;
    if (!rule) return null;
    return { ruleSet: MDC_2023, rule, rules, towards: found[rule][index]! > 0 ? 'higher' : 'lower' };
  });
}

/** 1 for the points of a rise of seven, −1 for those of a fall, else 0. */
export function trends(values: readonly number[]): number[] {
  const moves = values.slice(1).map((value, index) => Math.sign(value - values[index]!));
  const flags = values.map(() => 0);
  for (const { from, length, sign } of runsOf(moves))
    // Six moves join seven points.
    if (sign !== 0 && length >= RUN - 1) flags.fill(sign, from, from + length + 1);
  return flags;
}

/** 1 or −1 for the points of a run of seven above or below the mean, else 0. */
export function shifts(sides: readonly number[]): number[] {
  const flags = sides.map(() => 0);
  for (const { from, length, sign } of runsOf(sides))
    if (sign !== 0 && length >= RUN) flags.fill(sign, from, from + length);
  return flags;
}

/** 1 or −1 for the points beyond two sigma in a window of three that has two of them on one side, else 0. */
export function twoOfThree(beyondNear: readonly boolean[], sides: readonly number[]): number[] {
  const flags = sides.map(() => 0);
  for (let from = 0; from + 3 <= sides.length; from += 1) {
    const window = [from, from + 1, from + 2];
    const side = sides[from]!;
    const sameSide = side !== 0 && window.every((index) => sides[index] === side);
    const beyond = window.filter((index) => beyondNear[index]);
    if (sameSide && beyond.length >= 2) for (const index of beyond) flags[index] = side;
  }
  return flags;
}

function runsOf(signs: readonly number[]): { from: number; length: number; sign: number }[] {
  const runs: { from: number; length: number; sign: number }[] = [];
  signs.forEach((sign, index) => {
    const last = runs.at(-1);
    if (last && last.sign === sign) last.length += 1;
    else runs.push({ from: index, length: 1, sign });
  });
  return runs;
}

function isList(limits: ProcessLimits | readonly ProcessLimits[]): limits is readonly ProcessLimits[] {
  return Array.isArray(limits);
}
