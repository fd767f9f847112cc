import type { Id } from '@lib/kernel';

/** A rule between two measures of a quarter: the part is never more than the whole. */
export interface CrossCheck {
  readonly id: Id;
  readonly partMeasureId: Id;
  readonly wholeMeasureId: Id;
  /** `hard`: a return that breaks it is not sent. `soft`: it is sent with a reason. */
  readonly severity: 'hard' | 'soft';
  /** What happens where one of the two has no number: `skip` the rule, or `ask` for a reason. */
  readonly whenMissing: 'skip' | 'ask';
  readonly reason: string;
}

/** A measure of the quarter as a rule sees it; the number is null where there is none. */
export interface CheckedMeasure {
  readonly measureId: Id;
  readonly label: string;
  readonly count: number | null;
}

export type CrossCheckFinding = { readonly severity: 'hard' | 'soft'; readonly words: string };

/**
 * What a rule finds; null where it holds or is skipped.
 *
 * @param measures those of the return, and of other authorities what is approved for the quarter
 */
export function crossCheck(
  { partMeasureId, wholeMeasureId, severity, whenMissing }: CrossCheck,
  measures: readonly CheckedMeasure[],
): CrossCheckFinding | null {
  const part = measures.find(({ measureId }) => measureId === partMeasureId);
  const whole = measures.find(({ measureId }) => measureId === wholeMeasureId);
  const unknown = [part, whole].find((one) => one && one.count === null);
  if (!part || !whole || part.count === null || whole.count === null)
    return whenMissing === 'ask' && unknown
      ? {
          severity: 'soft',
          words: `${unknown.label} has no figure, so ${(unknown === part ? whole : part)?.label ?? 'the other measure'} cannot be checked against it`,
        }
      : null;
  if (part.count <= whole.count) return null;
  const number = (count: number) => count.toLocaleString('en-GB');
  return {
    severity,
    words: `${part.label} is ${number(part.count)}, more than the ${number(whole.count)} of ${whole.label}, of which it is a part`,
  };
}
