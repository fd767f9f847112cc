import { DomainError, type Id } from '@lib/kernel';
import type { MeasureKind } from '@lib/performance';
import type { Measure } from './measure.js';

export const LONGEST_BREAKDOWN = 60;

/** Measures that together break another one down: robbery of persons and of businesses, women and men. */
export interface Breakdown {
  readonly id: Id;
  readonly measureId: Id;
  /** What it is broken down by, such as "Ethnicity". */
  readonly by: string;
  readonly categoryIds: readonly Id[];
}

/** The kinds of measure that break one down. A gap is between two groups already. */
export const CATEGORY_KINDS: Readonly<Record<MeasureKind, readonly MeasureKind[]>> = {
  count: ['count', 'composite'],
  composite: ['count', 'composite'],
  proportion: ['proportion'],
  gap: [],
};

function canBeCategoryOf(category: Measure, whole: Measure): boolean {
  const [one, other] = [category.definition, whole.definition];
  const isAlike = CATEGORY_KINDS[other.kind].includes(one.kind) && one.unit.trim() === other.unit.trim();
  return category.id !== whole.id && isAlike;
}

/**
 * Refuses a breakdown that says nothing, or something that does not hold together.
 *
 * @param inForce the measures in force
 * @throws DomainError `plans.breakdown-by`, `plans.breakdown-categories`
 */
export function requireBreakdown(
  { by, categoryIds }: Pick<Breakdown, 'by' | 'categoryIds'>,
  whole: Measure,
  inForce: readonly Measure[],
): void {
  if (by.trim() === '' || by.trim().length > LONGEST_BREAKDOWN)
    throw new DomainError(
      'invalid',
      'plans.breakdown-by',
      `Say what it is broken down by, in ${LONGEST_BREAKDOWN} characters or fewer.`,
    );
  const categories = new Set(categoryIds);
  const areAlike = [...categories].every((wanted) =>
    inForce.some((one) => one.id === wanted && canBeCategoryOf(one, whole)),
  );
  if (categories.size < 2 || !areAlike)
    throw new DomainError(
      'invalid',
      'plans.breakdown-categories',
      'A breakdown has two categories or more, each a measure in force of the same kind and unit. Choose its categories again.',
    );
}
