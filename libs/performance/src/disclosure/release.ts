import { requireCount } from '../requirements.js';

/**
 * How carefully a measure's counts are published.
 * - `ordinary`: as they are (burglary in a borough);
 * - `sensitive`: 1 to 7 hidden, the rest rounded to 5 (domestic abuse, hate crime, under-18s);
 * - `restricted`: never by number (deaths, reviews of them).
 */
export type Sensitivity = 'ordinary' | 'sensitive' | 'restricted';

/** What the public sees of a count. `[c]` on screen for a hidden one. */
export type PublishedCount =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'rounded'; readonly value: number }
  | { readonly kind: 'hidden' };

const LARGEST_HIDDEN = 7;
const ROUNDED_TO = 5;
/** What a hidden count stands for in a total: the same for all, whatever it is. */
const HIDDEN_STANDS_FOR = 5;

/** What is published of one count at the finest level that is published at all. */
export function publishedCount(count: number, sensitivity: Sensitivity): PublishedCount {
  requireCount(count, 'A count');
  if (sensitivity === 'ordinary') return { kind: 'exact', value: count };
  if (sensitivity === 'restricted') return { kind: 'hidden' };
  if (count === 0) return { kind: 'exact', value: 0 };
  if (count <= LARGEST_HIDDEN) return { kind: 'hidden' };
  return { kind: 'rounded', value: ROUNDED_TO * Math.round(count / ROUNDED_TO) };
}

/**
 * A total as it may be published: of what is published of its parts, never of the counts themselves. Whoever takes
 * totals, years, places, releases or the points of a chart from one another gets sums of what they had already seen,
 * and can learn no more of a hidden count than that it is one. The price is that a total is only about right.
 *
 * Parts are those of ONE finest table. Rounding totals by themselves would not do: of two totals that overlap, the
 * counts 7, 11 and 1 can be solved.
 */
export function publishedTotal(parts: readonly PublishedCount[]): PublishedCount {
  if (parts.some(({ kind }) => kind === 'hidden') && parts.every(isHiddenOrZero)) return { kind: 'hidden' };
  const value = parts.reduce((sum, part) => sum + standIn(part), 0);
  return parts.every(({ kind }) => kind === 'exact') ? { kind: 'exact', value } : { kind: 'rounded', value };
}

/** A rate for each `per` of the population, worked out from what is published. Null where that is hidden. */
export function publishedRate(count: PublishedCount, population: number, per: number): number | null {
  if (!(population > 0 && per > 0)) throw new RangeError('A rate needs a population and a base above 0.');
  return count.kind === 'hidden' ? null : (count.value * per) / population;
}

/** The points of a chart: a hidden count is a gap, so that no shape says what it is. */
export function publishedPoints(counts: readonly PublishedCount[]): (number | null)[] {
  return counts.map((count) => (count.kind === 'hidden' ? null : count.value));
}

/** Limits and means are drawn only where no count is hidden: they would be an equation for it. */
export function mayDrawLimits(counts: readonly PublishedCount[]): boolean {
  return counts.every(({ kind }) => kind !== 'hidden');
}

function standIn(part: PublishedCount): number {
  return part.kind === 'hidden' ? HIDDEN_STANDS_FOR : part.value;
}

/** A sum of hidden counts and nothings would tell how many are hidden, which is seen anyway, and look like a count. */
function isHiddenOrZero(part: PublishedCount): boolean {
  return part.kind === 'hidden' || part.value === 0;
}
