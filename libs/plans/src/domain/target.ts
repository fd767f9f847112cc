import { type DateRange, Decimal, DomainError, type Id } from '@lib/kernel';
import { passMarkOfReduction } from '@lib/performance';

/** The figure a target starts from, pinned: a later release of the same figure does not move it. */
export interface Baseline {
  readonly period: DateRange & { readonly until: NonNullable<DateRange['until']> };
  readonly value: Decimal;
  /** The range the value can lie in, where it was worked back from rounded figures. */
  readonly range: { readonly lowest: Decimal; readonly highest: Decimal } | null;
  readonly exactness: 'exact' | 'back-calculated';
  readonly source: string;
  readonly release: string;
}

/** What is hoped for, over `applies`. Never changed: a new target supersedes it. */
export interface Target {
  readonly id: Id;
  readonly measureId: Id;
  readonly definitionId: Id;
  readonly planVersionId: Id;
  readonly kind: 'percentage-reduction' | 'narrative';
  readonly wording: string;
  readonly applies: DateRange & { readonly until: NonNullable<DateRange['until']> };
  /** Percent, above 0 and at most 100; null for a narrative target. */
  readonly reductionPercent: Decimal | null;
  /** Null until a baseline is known. */
  readonly baseline: Baseline | null;
  /** The most that meets the target, in whole offences; null until it can be worked out. */
  readonly passMark: Decimal | null;
}

/** Completes a target with its pass mark. Throws `plans.target-percentage` when kind and percentage disagree. */
export function withPassMark(target: Omit<Target, 'passMark'>): Target {
  if ((target.kind === 'percentage-reduction') !== (target.reductionPercent !== null))
    throw new DomainError(
      'invalid',
      'plans.target-percentage',
      'A reduction needs a percentage, and a narrative target has none.',
    );
  const passMark =
    target.reductionPercent && target.baseline
      ? passMarkOfReduction(target.baseline.value, target.reductionPercent)
      : null;
  return { ...target, passMark };
}
