import { type CalendarDate, type DateRange, Decimal, DomainError, type Id } from '@lib/kernel';
import { boundsOf, type MeasureKind, percent, percentagePoints, type TargetRule } from '@lib/performance';
import type { DefinitionSheet } from './measure.js';

/** The figure a target starts from, pinned: a later release of the same figure does not move it. */
export interface Baseline {
  readonly period: DateRange & { readonly until: NonNullable<DateRange['until']> };
  /** The definition its period was counted by. */
  readonly definitionId: Id;
  readonly value: Decimal;
  /** The range the value can lie in, where it was worked back from rounded figures. */
  readonly range: { readonly lowest: Decimal; readonly highest: Decimal } | null;
  readonly exactness: 'exact' | 'back-calculated';
  readonly source: string;
  /** The vintage of its data. */
  readonly release: string;
  /** Whether it was counted again the way figures are counted after a break in the series. */
  readonly restated: boolean;
}

export const TARGET_KINDS = [
  'percentage-reduction',
  'percentage-increase',
  'ceiling',
  'floor',
  'range',
  'gap',
  'maintain',
  'rank',
  'milestone',
  'narrative',
] as const;

export type TargetKind = (typeof TARGET_KINDS)[number];

/** How a year's target is spread over its quarters. */
export type Course =
  | { readonly kind: 'usual-shares' }
  | { readonly kind: 'flat' }
  | { readonly kind: 'seasonal'; readonly shares: readonly Decimal[] }
  | {
      readonly kind: 'explicit';
      readonly levels: readonly Decimal[];
      readonly reading: 'point' | 'cumulative';
    };

/** What is hoped for, over `applies`. Never changed: a new target supersedes it. */
export interface Target {
  readonly id: Id;
  readonly measureId: Id;
  readonly definitionId: Id;
  readonly planVersionId: Id;
  readonly kind: TargetKind;
  readonly wording: string;
  readonly applies: DateRange & { readonly until: NonNullable<DateRange['until']> };
  /** Percent, above 0; null for every kind but a percentage change. */
  readonly changePercent: Decimal | null;
  /** Null until a baseline is known, and where none is needed. */
  readonly baseline: Baseline | null;
  /** What meets it, ends included: whole numbers for counts, never rounded to the easy side. */
  readonly atLeast: Decimal | null;
  readonly atMost: Decimal | null;
  readonly course: Course;
  /** The target it takes the place of, and why; null for a first one. */
  readonly supersedesId: Id | null;
  readonly reason: string | null;
  /** The decision of the board it rests on; a change of a target always has one. */
  readonly decisionId: Id | null;
}

/** A target as it is wished for: the ends only where the kind has them of its own. */
export type WantedTarget = Pick<
  Target,
  'kind' | 'wording' | 'applies' | 'changePercent' | 'atLeast' | 'atMost' | 'course'
> & { readonly baseline: Omit<Baseline, 'definitionId'> | null };

/**
 * The ends that a wished target comes to: for percentages and "no worse than" they follow from the baseline, for
 * ceilings, floors, ranges, gaps and ranks they are what was wished, in whole numbers for what is counted.
 *
 * @param measure what it is a target for: whether it counts whole things, and which way is good
 * @throws DomainError `plans.target-incomplete` when the kind lacks what it needs
 */
export function endsOf(
  wanted: Pick<WantedTarget, 'kind' | 'changePercent' | 'baseline' | 'atLeast' | 'atMost'>,
  { kind, direction }: MeasureOfTarget,
): { atLeast: Decimal | null; atMost: Decimal | null } {
  const better = direction === 'higher' ? 'higher' : 'lower';
  const bounds = boundsOf(ruleOf(wanted, better), isCounted(kind));
  return typeof bounds === 'string' ? { atLeast: null, atMost: null } : bounds;
}

/** What of a measure decides which targets it can have and what they come to. */
export type MeasureOfTarget = Pick<DefinitionSheet, 'kind' | 'direction'>;

/** Whether a measure comes in whole numbers; percentages and percentage points do not. */
export function isCounted(kind: MeasureKind): boolean {
  return kind === 'count' || kind === 'composite';
}

/**
 * The kinds of target that a measure can have. A percentage of a percentage is two things to two people, so a
 * percentage gets a level to reach; and only a gap has a widest gap.
 */
export function targetKindsFor(kind: MeasureKind): readonly TargetKind[] {
  return TARGET_KINDS.filter((wanted) => {
    if (wanted === 'gap') return kind === 'gap';
    if (wanted === 'percentage-reduction' || wanted === 'percentage-increase') return isCounted(kind);
    return kind !== 'gap' || !['ceiling', 'floor', 'range', 'rank'].includes(wanted);
  });
}

/** How the target of a measure can be spread over its year: what does not add up has one level, or one for each quarter. */
export function suitsCourse(measure: Pick<MeasureOfTarget, 'kind'>, course: Course): boolean {
  if (isCounted(measure.kind)) return true;
  return course.kind === 'flat' || (course.kind === 'explicit' && course.reading === 'point');
}

/** Refuses a target that the measure cannot have. */
export function requireTargetFor(
  { kind, course }: Pick<WantedTarget, 'kind' | 'course'>,
  measure: MeasureOfTarget,
): void {
  if (targetKindsFor(measure.kind).includes(kind) && suitsCourse(measure, course)) return;
  throw new DomainError(
    'invalid',
    'plans.target-kind',
    'A measure of this kind cannot have such a target: a percentage has a level to reach, a gap has a widest gap. The partnership analyst chooses another kind of target.',
  );
}

function ruleOf(
  { kind, changePercent, baseline, atLeast, atMost }: Parameters<typeof endsOf>[0],
  better: 'lower' | 'higher',
): TargetRule {
  const pinned = baseline && {
    period: `${baseline.period.from}/${baseline.period.until}`,
    definitionVersion: 0,
    vintage: baseline.release,
    value: baseline.value,
    exactness: baseline.exactness,
  };
  switch (kind) {
    case 'percentage-reduction':
    case 'percentage-increase': {
      const by = percent(need(changePercent, 'a percentage').toNumber());
      return { kind: kind === 'percentage-reduction' ? 'reduction' : 'increase', by, baseline: pinned };
    }
    case 'maintain':
      return { kind, better, baseline: pinned };
    case 'ceiling':
      return { kind, atMost: need(atMost, 'the most that meets it') };
    case 'floor':
      return { kind, atLeast: need(atLeast, 'the least that meets it') };
    case 'range':
      return {
        kind,
        from: need(atLeast, 'the least that meets it'),
        to: need(atMost, 'the most that meets it'),
      };
    case 'gap':
      return { kind, atMost: percentagePoints(need(atMost, 'the widest gap that meets it').toNumber()) };
    case 'rank':
      return { kind, atMost: need(atMost, 'the place that meets it').toNumber() };
    case 'milestone':
    case 'narrative':
      return { kind };
  }
}

function need(value: Decimal | null, what: string): Decimal {
  if (value === null)
    throw new DomainError('invalid', 'plans.target-incomplete', `This kind of target needs ${what}.`);
  return value;
}

/** "1,675 or fewer", "at least 40", "between 40 and 60"; null where nothing meets it by number. */
export function metBy({ atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>): string | null {
  const number = (value: Decimal) => value.toNumber().toLocaleString('en-GB');
  if (atLeast && atMost) return `between ${number(atLeast)} and ${number(atMost)}`;
  if (atMost) return `${number(atMost)} or fewer`;
  return atLeast ? `at least ${number(atLeast)}` : null;
}

/** The financial year a day is in. */
export function yearOf(day: CalendarDate): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) < 4 ? year - 1 : year;
}
