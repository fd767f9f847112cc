import { addDays, addMonths, type CalendarDate, dateInWords } from '@lib/kernel';
import type { FunnelLabel, RankRange } from '@lib/performance';
import type { AreaSum, ComparedTime } from '@lib/reporting';
import { formatCount } from '@lib/ui';

/** Where a rate lies beside its group: neither end is good by itself. */
export const FUNNEL_WORDS: Readonly<Record<FunnelLabel, string>> = {
  'low-99.8': 'Low: below the 99.8% limits',
  'low-95': 'Low: below the 95% limits',
  'not-significant': 'Not significant: within the limits',
  'high-95': 'High: above the 95% limits',
  'high-99.8': 'High: above the 99.8% limits',
};

/** Under this many before, counts lead and no percentage is shown. */
const BASE_FOR_PERCENTAGES = 50;

interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
}

/** “fell by 12%”, “rose by 3%”, “went from 17 to 22”. */
export function movementInWords({ before, after }: BeforeAndAfter): string {
  if (before === after) return 'stayed the same';
  if (before < BASE_FOR_PERCENTAGES) return `went from ${formatCount(before)} to ${formatCount(after)}`;
  const share = ((after - before) / before) * 100;
  const size = Math.abs(share);
  const written = size < 0.95 ? 'less than 1%' : `${size.toFixed(0)}%`;
  return `${share < 0 ? 'fell' : 'rose'} by ${written}`;
}

/** What a ratio of ratios says, in the words of the rest of the product. */
export function verdictInWords({
  ratio,
  lower,
  upper,
}: {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}): string {
  const numbers = `(one change over the other: ${ratio.toFixed(2)}, 95% range ${lower.toFixed(2)} to ${upper.toFixed(2)})`;
  if (lower > 1) return `it went up beside the others, by more than chance explains ${numbers}`;
  if (upper < 1) return `it went down beside the others, by more than chance explains ${numbers}`;
  return `the difference is within what chance makes ${numbers}`;
}

/** “The rate is the 8th highest of 32; by chance it may be anything from the 5th to the 13th.” */
export function rankInWords({ rank, of, tiedWith, from, until }: RankRange): string {
  const place = `${rank === 1 ? '' : `${ordinal(rank)} `}highest of ${of}`;
  const tied = tiedWith > 0 ? `, tied with ${formatCount(tiedWith)} more` : '';
  const range =
    from === until
      ? 'chance alone does not change that'
      : `by chance it may be anything from the ${ordinal(from)} to the ${ordinal(until)}`;
  return `The rate is the ${place}${tied}; ${range}.`;
}

/** “8th”, “21st”, “12th”. */
export function ordinal(number: number): string {
  const tens = number % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

/** “March 2025 to February 2026”. */
export function monthsInWords({
  from,
  until,
}: {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}): string {
  const [first, last] = [monthInWords(from), monthInWords(addMonths(until, -1))];
  return first.endsWith(last.slice(-4)) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`;
}

function monthInWords(day: CalendarDate): string {
  return dateInWords(day).replace(/^\d+ /, '');
}

/** A count as a table says it: the number, or what stands in its place. Never a zero for what is missing. */
export function areaSumInWords(
  { value, marks, withoutRow }: AreaSum,
  { isYearly, after }: ComparedTime,
): string {
  if (value === null) return marks.length > 0 ? marks.map((mark) => `[${mark}]`).join(' ') : '[x] no row';
  if (withoutRow === 0 || isYearly) return formatCount(value);
  const months = monthsBetween(after);
  return `${formatCount(value)} (${months - withoutRow} of ${months} months have a row)`;
}

function monthsBetween({ from, until }: ComparedTime['after']): number {
  const last = addDays(until, -1);
  return (
    (Number(last.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(last.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1
  );
}
