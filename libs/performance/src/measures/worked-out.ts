import { Decimal } from '@lib/kernel';
import { sumOfComponents } from '../targets/composite.js';
import type { Observation } from './observation.js';

/**
 * How a measure is made of counts: it is one that is returned, or it is worked out from others that are.
 * - `composite`: the sum of any number of counts;
 * - `proportion`: the percentage that one count is of another;
 * - `gap`: how far two such percentages are apart.
 */
export type MeasureKind = 'count' | 'composite' | 'proportion' | 'gap';

/** How many counts a measure is worked out from; null for any number of them, one at least. */
export const COUNTS_BEHIND: Readonly<Record<Exclude<MeasureKind, 'count'>, number | null>> = {
  composite: null,
  proportion: 2,
  gap: 4,
};

/**
 * What is observed of a measure in a period, from the counts behind it. A count that is missing makes the whole
 * unknown: a sum without a part is no smaller sum, and a share of nobody knows what is no share.
 *
 * @param counts in the order of its definition: of a proportion the part and the whole, of a gap those of the first
 *   group and those of the second; each a whole number from 0, or null where none is held
 * @returns null where one is missing
 * @throws RangeError for another number of counts than the kind is made of
 */
export function observationFrom(kind: MeasureKind, counts: readonly (number | null)[]): Observation | null {
  const needed = kind === 'count' ? 1 : COUNTS_BEHIND[kind];
  if (needed === null ? counts.length === 0 : counts.length !== needed)
    throw new RangeError(`A ${kind} is not made of ${counts.length} counts.`);
  if (!counts.every((count) => count !== null)) return null;
  const [first, second, third, fourth] = counts as [number, number, number, number];
  switch (kind) {
    case 'count':
      return { type: 'count', count: first };
    case 'composite':
      return { type: 'composite', count: sumOfComponents(counts.map((one) => new Decimal(one)))!.toNumber() };
    case 'proportion':
      return { type: 'proportion', numerator: first, denominator: second };
    case 'gap':
      return {
        type: 'gap',
        first: { numerator: first, denominator: second },
        second: { numerator: third, denominator: fourth },
      };
  }
}
