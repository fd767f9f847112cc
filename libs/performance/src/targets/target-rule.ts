import { Decimal } from '@lib/kernel';
import type { Percent, PercentagePoints } from '../quantities/percent.js';
import { passMarkOfReduction } from './percentage-reduction.js';

/** A baseline as a target keeps it: pinned to a period, a definition and the vintage of its data. */
export interface PinnedBaseline {
  readonly period: string;
  readonly definitionVersion: number;
  readonly vintage: string;
  readonly value: Decimal;
  readonly exactness: 'exact' | 'back-calculated';
}

/** What is hoped for, by kind. */
export type TargetRule =
  | { readonly kind: 'reduction'; readonly by: Percent; readonly baseline: PinnedBaseline | null }
  | { readonly kind: 'increase'; readonly by: Percent; readonly baseline: PinnedBaseline | null }
  | { readonly kind: 'ceiling'; readonly atMost: Decimal }
  | { readonly kind: 'floor'; readonly atLeast: Decimal }
  | { readonly kind: 'range'; readonly from: Decimal; readonly to: Decimal }
  /** The two groups at most this far apart. */
  | { readonly kind: 'gap'; readonly atMost: PercentagePoints }
  /** No worse than the baseline. */
  | {
      readonly kind: 'maintain';
      readonly better: 'lower' | 'higher';
      readonly baseline: PinnedBaseline | null;
    }
  /** Among the best so many of a group. */
  | { readonly kind: 'rank'; readonly atMost: number }
  | { readonly kind: 'milestone' }
  | { readonly kind: 'narrative' };

/** The numbers between which a target is met, ends included; null where there is no end. */
export interface Bounds {
  readonly atLeast: Decimal | null;
  readonly atMost: Decimal | null;
}

export type NotAssessable = 'no-baseline' | 'narrative-target' | 'milestone';

/**
 * The pass mark of a target, for whole counts never rounded to the easy side: at most floor(B(1 − r)), at least
 * ceil(B(1 + r)).
 *
 * @param counted whether the measure counts whole things; other numbers are not rounded
 */
export function boundsOf(rule: TargetRule, counted: boolean): Bounds | NotAssessable {
  switch (rule.kind) {
    case 'reduction': {
      if (!rule.baseline) return 'no-baseline';
      const share = new Decimal(rule.by);
      if (counted) return atMost(passMarkOfReduction(rule.baseline.value, share));
      return atMost(rule.baseline.value.times(new Decimal(100).minus(share)).div(100));
    }
    case 'increase': {
      if (!rule.baseline) return 'no-baseline';
      const level = rule.baseline.value.times(new Decimal(100).plus(rule.by)).div(100);
      return atLeast(counted ? level.ceil() : level);
    }
    case 'ceiling':
      return atMost(counted ? rule.atMost.floor() : rule.atMost);
    case 'floor':
      return atLeast(counted ? rule.atLeast.ceil() : rule.atLeast);
    case 'range':
      if (rule.to.lt(rule.from)) throw new RangeError('A range ends above where it starts.');
      return counted
        ? { atLeast: rule.from.ceil(), atMost: rule.to.floor() }
        : { atLeast: rule.from, atMost: rule.to };
    case 'gap':
      return atMost(new Decimal(rule.atMost));
    case 'maintain':
      if (!rule.baseline) return 'no-baseline';
      return rule.better === 'lower' ? atMost(rule.baseline.value) : atLeast(rule.baseline.value);
    case 'rank':
      return atMost(new Decimal(rule.atMost));
    case 'milestone':
      return 'milestone';
    case 'narrative':
      return 'narrative-target';
  }
}

function atMost(level: Decimal): Bounds {
  return { atLeast: null, atMost: level };
}

function atLeast(level: Decimal): Bounds {
  return { atLeast: level, atMost: null };
}

/** Whether a value is within the bounds. */
export function isWithin(value: Decimal, { atLeast: lowest, atMost: highest }: Bounds): boolean {
  return (lowest === null || value.gte(lowest)) && (highest === null || value.lte(highest));
}
