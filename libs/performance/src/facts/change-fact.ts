import { multiplier } from '../confidence.js';
import { conditionalTest, rateRatio } from '../change/conditional-test.js';
import type { CountPair } from '../change/count-pair.js';
import { eTest } from '../change/e-test.js';
import { rootTransform } from '../change/root-transform.js';
import { type Direction, meaningOf } from '../direction.js';
import { differenceOfProportions } from '../intervals/proportion-interval.js';
import type { Observation, Share } from '../measures/observation.js';
import { baseOf, shareOfInterviews } from '../measures/value.js';

/** An observation and the length of time it was counted over, in quarters. */
export interface TimedObservation {
  readonly observation: Observation;
  /** Above 0. */
  readonly quarters: number;
}

/** Why nothing can be said of a change. */
export type NoChangeReason =
  | 'nothing-before'
  | 'part-missing'
  | 'quarter-missing'
  | 'series-break'
  | 'other-weights'
  | 'other-type'
  | 'no-base'
  | 'no-interval'
  | 'not-a-number'
  | 'both-zero';

/**
 * Whether a figure differs from an earlier one by more than chance explains.
 * - `better`, `worse`: beyond chance, and the direction says which way is good;
 * - `different`: beyond chance, where neither way is good by itself;
 * - `within-variation`: a difference this size is common by chance;
 * - `insufficient-data`: it cannot be said, and the reason why.
 */
export type ChangeFact =
  | {
      readonly verdict: 'better' | 'worse' | 'different' | 'within-variation';
      readonly towards: 'higher' | 'lower' | 'same';
      readonly pValue: number | null;
      readonly effect: Effect;
      /** For counts, what other tests of the same question say; null for the rest. */
      readonly besides: { readonly conditionalTest: number; readonly rootTransform: number | null } | null;
      readonly method: 'e-test' | 'newcombe' | 'normal';
      /** Beyond 99.8% too: an alert, not only something to watch. */
      readonly alert: boolean;
    }
  | { readonly verdict: 'insufficient-data'; readonly reason: NoChangeReason };

/** Of the ratio after to before for counts and rates, of the difference for the rest. Null: nothing bounds it. */
export interface Effect {
  readonly kind: 'ratio' | 'difference';
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number | null };
}

const WATCH = 0.05;
const ALERT = 0.002;

/**
 * Compares two observations of one measure by the method its type takes (statistics of small numbers: E-test and exact
 * rate ratio for counts and rates, Newcombe's interval for proportions, normal for means and gaps).
 *
 * @param options.acrossBreak whether the series breaks between them: then they are not compared
 */
export function changeFact(
  before: TimedObservation | null,
  after: TimedObservation,
  direction: Direction,
  { acrossBreak = false }: { acrossBreak?: boolean } = {},
): ChangeFact {
  if (before === null) return insufficient('nothing-before');
  if (acrossBreak) return insufficient('series-break');
  const [early, late] = [before.observation, after.observation];
  if (early.type !== late.type) return insufficient('other-type');
  if (!hasBase(early) || !hasBase(late)) return insufficient('no-base');
  const counts = pairOf(before, after);
  if (counts === 'part-missing') return insufficient('part-missing');
  if (counts) return changeOfCounts(counts, direction);
  switch (late.type) {
    case 'proportion':
      return changeOfShares(early as Share, late, direction);
    case 'survey':
      return changeOfShares(shareOfInterviews(early as typeof late), shareOfInterviews(late), direction);
    case 'gap':
      return changeOfGaps(early as typeof late, late, direction);
    case 'mean':
      return changeOfMeans(early as typeof late, late, direction);
    case 'index':
      return insufficient(
        (early as typeof late).weightSet === late.weightSet ? 'no-interval' : 'other-weights',
      );
    default:
      return insufficient('not-a-number');
  }
}

function insufficient(reason: NoChangeReason): ChangeFact {
  return { verdict: 'insufficient-data', reason };
}

/** Whether there is anything that the figure is a share or a rate of. */
function hasBase(observation: Observation): boolean {
  if (observation.type === 'rate') return observation.population > 0;
  return baseOf(observation) !== 0;
}

/** The counts of two observations with their exposures; null for types that are not counted. */
function pairOf(before: TimedObservation, after: TimedObservation): CountPair | 'part-missing' | null {
  const early = countOf(before);
  const late = countOf(after);
  if (early === 'part-missing' || late === 'part-missing') return 'part-missing';
  if (early === null || late === null) return null;
  return {
    before: early.count,
    after: late.count,
    exposureBefore: early.exposure,
    exposureAfter: late.exposure,
  };
}

function countOf({
  observation,
  quarters,
}: TimedObservation): { count: number; exposure: number } | 'part-missing' | null {
  switch (observation.type) {
    case 'count':
      return { count: observation.count, exposure: quarters };
    case 'composite':
      return observation.count === null ? 'part-missing' : { count: observation.count, exposure: quarters };
    case 'rate':
      return { count: observation.count, exposure: observation.population * quarters };
    default:
      return null;
  }
}

function changeOfCounts(pair: CountPair, direction: Direction): ChangeFact {
  if (pair.before + pair.after === 0) return insufficient('both-zero');
  const pValue = eTest(pair);
  const { ratio, lower, upper } = rateRatio(pair);
  const equal = pair.exposureBefore === pair.exposureAfter;
  return judged(direction, {
    besides: {
      conditionalTest: conditionalTest(pair),
      rootTransform: equal ? rootTransform(pair.before, pair.after) : null,
    },
    pValue,
    significant: pValue < WATCH,
    alert: pValue < ALERT,
    move: pair.after / pair.exposureAfter - pair.before / pair.exposureBefore,
    effect: { kind: 'ratio', value: ratio, interval: { lower, upper } },
    method: 'e-test',
  });
}

function changeOfShares(before: Share, after: Share, direction: Direction): ChangeFact {
  // Outcomes of earlier offences may outnumber this quarter's: that is no share, and has no interval.
  if ([before, after].some(({ numerator, denominator }) => numerator > denominator))
    return insufficient('no-interval');
  const [first, second] = [before, after].map(({ numerator, denominator }) => ({
    successes: numerator,
    trials: denominator,
  })) as [{ successes: number; trials: number }, { successes: number; trials: number }];
  const { difference, ...interval } = differenceOfProportions(first, second);
  const wide = differenceOfProportions(first, second, 0.998);
  return judged(direction, {
    besides: null,
    pValue: null,
    significant: interval.lower > 0 || interval.upper < 0,
    alert: wide.lower > 0 || wide.upper < 0,
    move: difference,
    effect: { kind: 'difference', value: difference, interval },
    method: 'newcombe',
  });
}

type Gap = Extract<Observation, { type: 'gap' }>;
type Mean = Extract<Observation, { type: 'mean' }>;

function changeOfGaps(before: Gap, after: Gap, direction: Direction): ChangeFact {
  const gapOf = ({ first, second }: Gap) =>
    Math.abs(first.numerator / first.denominator - second.numerator / second.denominator);
  const variance = ({ first, second }: Gap) => varianceOf(first) + varianceOf(second);
  return normalChange(gapOf(before), gapOf(after), variance(before) + variance(after), direction);
}

function varianceOf({ numerator, denominator }: Share): number {
  const share = numerator / denominator;
  return (share * (1 - share)) / denominator;
}

function changeOfMeans(before: Mean, after: Mean, direction: Direction): ChangeFact {
  if (before.standardError === null || after.standardError === null) return insufficient('no-interval');
  return normalChange(
    before.mean,
    after.mean,
    before.standardError ** 2 + after.standardError ** 2,
    direction,
  );
}

function normalChange(before: number, after: number, variance: number, direction: Direction): ChangeFact {
  const spread = Math.sqrt(variance);
  if (!(spread > 0)) return insufficient('no-interval');
  const move = after - before;
  const reach = multiplier(0.95) * spread;
  return judged(direction, {
    besides: null,
    pValue: null,
    significant: Math.abs(move) > reach,
    alert: Math.abs(move) > multiplier(0.998) * spread,
    move,
    effect: { kind: 'difference', value: move, interval: { lower: move - reach, upper: move + reach } },
    method: 'normal',
  });
}

function judged(
  direction: Direction,
  found: {
    besides: { conditionalTest: number; rootTransform: number | null } | null;
    pValue: number | null;
    significant: boolean;
    alert: boolean;
    move: number;
    effect: Effect;
    method: 'e-test' | 'newcombe' | 'normal';
  },
): ChangeFact {
  const { move, significant, ...facts } = found;
  const towards = move === 0 ? 'same' : move > 0 ? 'higher' : 'lower';
  const verdict =
    !significant || towards === 'same' ? 'within-variation' : (meaningOf(direction, towards) ?? 'different');
  return { ...facts, verdict, towards };
}
