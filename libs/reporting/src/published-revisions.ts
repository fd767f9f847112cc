import { type CalendarDate, Decimal, FinancialQuarter } from '@lib/kernel';
import {
  boundsOf,
  type MeasureInputs,
  measureFacts,
  measureSentence,
  percent,
  type TargetStatus,
} from '@lib/performance';
import type { PublishedQuarter } from './published-quarters.js';

/** A target with the baseline that was pinned to it. */
export interface PinnedTarget {
  readonly kind: 'percentage-reduction' | 'percentage-increase';
  readonly wording: string;
  readonly changePercent: string;
  readonly baseline: string;
  readonly baselineFrom: CalendarDate;
  /** Exclusive. */
  readonly baselineUntil: CalendarDate;
  readonly baselineSource: string;
  readonly baselineRelease: string;
  readonly appliesFrom: CalendarDate;
  readonly atLeast: string | null;
  readonly atMost: string | null;
}

/** What a target would ask if its baseline were that of a release. */
export interface RevisedTarget {
  readonly releasedOn: CalendarDate;
  readonly baseline: Decimal;
  /** The number that meets it: at most so many of a reduction, at least so many of an increase. */
  readonly metBy: Decimal;
}

/** A year as it was judged, and as it would be with the figures and the baseline of a release. */
export interface RejudgedYear {
  readonly financialYear: number;
  readonly frozen: { readonly status: TargetStatus; readonly sentence: string };
  readonly recomputed: { readonly status: TargetStatus; readonly sentence: string };
}

/** The same target on the baseline of every release that has all of the baseline's time. The pinned one stays. */
export function revisedTargets(
  target: PinnedTarget,
  quarters: readonly PublishedQuarter[],
): readonly RevisedTarget[] {
  const releases = [...new Set(quarters.map(({ releasedOn }) => releasedOn))];
  return releases.flatMap((releasedOn) => {
    const baseline = sumOf(quarters, releasedOn, target);
    if (!baseline) return [];
    return [{ releasedOn, baseline, metBy: metByOf(target, baseline) }];
  });
}

/** The sum of a release over whole quarters; null where it lacks one, or a quarter has no number. */
function sumOf(
  quarters: readonly PublishedQuarter[],
  releasedOn: CalendarDate,
  { baselineFrom, baselineUntil }: PinnedTarget,
): Decimal | null {
  let sum = new Decimal(0);
  for (let quarter = FinancialQuarter.containing(baselineFrom); ; quarter = quarter.next) {
    if (quarter.firstDay >= baselineUntil) return quarter.firstDay === baselineUntil ? sum : null;
    if (quarter.firstDay < baselineFrom) return null;
    const value = quarters.find((one) => one.releasedOn === releasedOn && one.quarter.equals(quarter))?.value;
    if (!value) return null;
    sum = sum.plus(value);
  }
}

function metByOf({ kind, changePercent }: PinnedTarget, value: Decimal): Decimal {
  const baseline = { period: '', definitionVersion: 1, vintage: '', value, exactness: 'exact' } as const;
  const rule = kind === 'percentage-reduction' ? 'reduction' : 'increase';
  const bounds = boundsOf({ kind: rule, by: percent(Number(changePercent)), baseline }, true);
  if (typeof bounds === 'string') throw new Error('A target with a baseline has bounds.');
  return (bounds.atMost ?? bounds.atLeast)!;
}

/**
 * Judges a year again with what a release says, by the rules that it was judged by. What the release does not cover
 * stays as it was returned.
 *
 * @returns null for a measure that counts nothing
 * @param metBy of the target on the release's baseline; null leaves the target as it was pinned
 */
export function rejudged(
  inputs: MeasureInputs,
  quarters: readonly PublishedQuarter[],
  metBy: Decimal | null,
): RejudgedYear['recomputed'] | null {
  const { type } = inputs;
  if (type !== 'count' && type !== 'composite') return null;
  const revised = (year: MeasureInputs['pastYears'][number]) => ({
    ...year,
    quarters: year.quarters.map((returned, index) => {
      const quarter = FinancialQuarter.of(year.financialYear, (index + 1) as 1 | 2 | 3 | 4);
      const value = quarters.find((one) => one.quarter.equals(quarter))?.value;
      return returned && value ? { type, count: value.toNumber() } : returned;
    }) as unknown as MeasureInputs['quarters'],
  });
  const { quarters: ofYear } = revised(inputs);
  const again: MeasureInputs = {
    ...inputs,
    quarters: ofYear,
    pastYears: inputs.pastYears.map(revised),
    target: inputs.target && metBy ? withMetBy(inputs.target, metBy.toNumber()) : inputs.target,
  };
  const facts = measureFacts(again);
  return { status: facts.target.status, sentence: measureSentence(again, facts) };
}

function withMetBy(target: NonNullable<MeasureInputs['target']>, metBy: number): MeasureInputs['target'] {
  if (target.kind !== 'bounds') return target;
  return target.atMost === null ? { ...target, atLeast: metBy } : { ...target, atMost: metBy };
}
