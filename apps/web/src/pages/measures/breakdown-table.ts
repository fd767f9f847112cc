import type { FinancialQuarter } from '@lib/kernel';
import { mayShowPercentage, type Observation, percentageOf, valueOf, widestGap } from '@lib/performance';
import type { MeasureQuarter, ShownBreakdown } from '@lib/reporting';
import { formatCount } from '@lib/ui';
import { figureInWords } from '../../performance/figure-words.js';

/** Quarters that stand side by side. */
const SHOWN = 4;
/** Of fewer than this, shares say more than the numbers do. */
const ENOUGH_FOR_SHARES = 50;

/** A measure and its categories side by side, over the newest quarters that the whole has figures for. */
export function breakdownTable(
  { by, categories }: ShownBreakdown,
  whole: { readonly quarters: readonly MeasureQuarter[] },
) {
  const shown = whole.quarters.slice(-SHOWN).map(({ quarter }) => quarter);
  const newest = shown.at(-1);
  const shares = newest ? sharesIn(newest, categories, whole) : null;
  const rows = categories.map(({ slug, name, quarters }, index) => ({
    ...{ slug, name },
    figures: shown.map((quarter) => wordsIn(quarters, quarter)),
    share: shares?.[index] ?? null,
  }));
  return {
    by,
    quarters: shown.map(({ name }) => name),
    hasShares: shares !== null,
    rows,
    all: shown.map((quarter) => wordsIn(whole.quarters, quarter)),
    remainder: newest ? remainderWords(newest, categories, whole) : null,
    gap: newest ? gapWords(newest, categories) : null,
  };
}

function wordsIn(quarters: readonly MeasureQuarter[], quarter: FinancialQuarter): string | null {
  const observation = observationIn(quarters, quarter);
  return observation && figureInWords(observation);
}

function observationIn(quarters: readonly MeasureQuarter[], quarter: FinancialQuarter): Observation | null {
  return quarters.find((one) => one.quarter.equals(quarter))?.observation ?? null;
}

interface Whole {
  readonly quarters: readonly MeasureQuarter[];
}

/** What each category is of the whole in a quarter; null where that is not counted, or is few. */
function sharesIn(
  quarter: FinancialQuarter,
  categories: ShownBreakdown['categories'],
  whole: Whole,
): (string | null)[] | null {
  const all = countIn(whole.quarters, quarter);
  if (all === null || all < ENOUGH_FOR_SHARES) return null;
  return categories.map(({ quarters }) => {
    const count = countIn(quarters, quarter);
    return count === null || count > all ? null : `${percentageOf(count, all).toFixed(1)}%`;
  });
}

/** What the categories leave out, or come to beyond the whole; null where they come to it, and where one is missing. */
function remainderWords(
  quarter: FinancialQuarter,
  categories: ShownBreakdown['categories'],
  whole: Whole,
): string | null {
  const all = countIn(whole.quarters, quarter);
  const counts = categories.map(({ quarters }) => countIn(quarters, quarter));
  if (all === null || !counts.every((count) => count !== null)) return null;
  const left = all - counts.reduce((sum, count) => sum + count, 0);
  if (left === 0) return null;
  return left > 0
    ? `In ${quarter.name} ${formatCount(left)} of ${formatCount(all)} are in none of these categories.`
    : `In ${quarter.name} the categories come to ${formatCount(-left)} more than the whole: something is in two of them.`;
}

function countIn(quarters: readonly MeasureQuarter[], quarter: FinancialQuarter): number | null {
  const observation = observationIn(quarters, quarter);
  return observation?.type === 'count' || observation?.type === 'composite' ? observation.count : null;
}

/** The widest gap between the percentages of a quarter; null where fewer than two can be shown. */
function gapWords(quarter: FinancialQuarter, categories: ShownBreakdown['categories']): string | null {
  const groups = categories.flatMap(({ name, quarters }) => {
    const observation = observationIn(quarters, quarter);
    return observation?.type === 'proportion' ? [{ name, observation }] : [];
  });
  const gap = widestGap(groups);
  if (!gap) return null;
  const share = ({ name, observation }: (typeof groups)[number]) =>
    `${name} (${valueOf(observation)!.toFixed(1)}%)`;
  const small = groups.filter(({ observation }) => !mayShowPercentage(observation)).length;
  return [
    `In ${quarter.name} the widest gap is ${gap.points.toFixed(1)} percentage points, between ${share(gap.higher)} and ${share(gap.lower)}.`,
    rangeWords(gap.interval),
    small > 0 ? 'Groups of fewer than 50 are left out.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function rangeWords(interval: { readonly lower: number; readonly upper: number } | null): string {
  if (!interval) return '';
  return interval.lower > 0
    ? `It may lie between ${interval.lower.toFixed(1)} and ${interval.upper.toFixed(1)}: more than chance explains.`
    : `It may lie anywhere up to ${interval.upper.toFixed(1)}: chance alone may explain it.`;
}
