import { multiplier } from '../confidence.js';
import { negativeBinomialCdf, normalCdf } from '../distributions.js';
import { requireCount } from '../requirements.js';

/**
 * The most that a later count may be for its fall from `before` to look real at 95% after one year:
 * b* = ⌊(√a − 1.96/√2)²⌋. Null when no fall, not even to nothing, would.
 *
 * @param before a count over one year, 0 or more
 */
export function smallestRealFall(before: number): number | null {
  requireCount(before, 'The earlier count');
  const root = Math.sqrt(before) - multiplier(0.95) / Math.SQRT2;
  return root < 0 ? null : Math.floor(root ** 2);
}

/**
 * The least that a later count must be for its rise from `before` to look real at 95% after one year:
 * b* = ⌈(√a + 1.96/√2)²⌉.
 *
 * @param before a count over one year, 0 or more
 */
export function smallestRealRise(before: number): number {
  requireCount(before, 'The earlier count');
  return Math.ceil((Math.sqrt(before) + multiplier(0.95) / Math.SQRT2) ** 2);
}

/**
 * The chance that a year which exactly hits "reduce by r" would show as a real change at 95%. A target with a small one
 * cannot be told from chance.
 *
 * @param before a count over one year, 0 or more
 * @param reduction a share from 0 to 1, such as 0.045 for 4.5%
 */
export function chanceHitShows(before: number, reduction: number): number {
  if (!(reduction >= 0 && reduction <= 1)) throw new RangeError('A reduction is a share from 0 to 1.');
  return chanceLevelShows(before, before * (1 - reduction));
}

/**
 * The chance that a year which is expected to have `level` events would show as a real change from `before` at 95%:
 * Φ(−1.96 − m) + 1 − Φ(1.96 − m), m = √2(√level − √before).
 *
 * @param before a count over one year, 0 or more
 * @param level 0 or more, whole or not
 */
export function chanceLevelShows(before: number, level: number): number {
  requireCount(before, 'The earlier count');
  if (!(level >= 0 && Number.isFinite(level))) throw new RangeError('A level is 0 or more.');
  const z = multiplier(0.95);
  const m = Math.SQRT2 * (Math.sqrt(level) - Math.sqrt(before));
  return normalCdf(-z - m) + 1 - normalCdf(z - m);
}

/** What meets a target, ends included; null where there is no such end. */
export interface TargetEnds {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** How big a target is beside chance. */
export interface TargetSize {
  readonly before: number;
  readonly ends: TargetEnds;
  /** Whether the target is below the baseline, above it, or holds it. */
  readonly towards: 'lower' | 'higher' | 'same';
  /** The nearest level, in that direction, that one year would show to be real; null where none would. */
  readonly smallestRealLevel: number | null;
  /** That a year which comes out exactly as hoped shows as a real change; null for a target that holds the level. */
  readonly chanceHitShows: number | null;
  /** That a year in which nothing has changed meets the target all the same. */
  readonly chanceAloneMeets: number;
}

/**
 * What the size of a target means beside chance, to be seen before it is set.
 *
 * @param before the baseline, a count over one year
 * @returns null for a target without an end
 */
export function targetSize(before: number, ends: TargetEnds): TargetSize | null {
  const { atLeast, atMost } = ends;
  if (atLeast === null && atMost === null) return null;
  const goal =
    atMost !== null && atMost < before ? atMost : atLeast !== null && atLeast > before ? atLeast : before;
  const towards = goal < before ? 'lower' : goal > before ? 'higher' : 'same';
  return {
    before,
    ends,
    towards,
    smallestRealLevel:
      towards === 'same' ? null : towards === 'lower' ? smallestRealFall(before) : smallestRealRise(before),
    chanceHitShows: towards === 'same' ? null : chanceLevelShows(before, goal),
    chanceAloneMeets: chanceAloneMeets(before, ends),
  };
}

/**
 * The chance that another year of the same process meets a target, though nothing has changed (Gamma–Poisson with
 * Jeffreys' prior: the next count given this one is negative binomial with size a + ½ and probability ½).
 *
 * @param before a count over one year, 0 or more
 * @returns 0 to 1
 */
export function chanceAloneMeets(before: number, { atLeast, atMost }: TargetEnds): number {
  requireCount(before, 'The earlier count');
  const below = (level: number) => negativeBinomialCdf(level, before + 0.5, 0.5);
  const most = atMost === null ? 1 : below(Math.floor(atMost));
  const less = atLeast === null ? 0 : below(Math.ceil(atLeast) - 1);
  return Math.min(1, Math.max(0, most - less));
}
