import { conditionalTest } from '../change/conditional-test.js';
import { requireCount, requirePositive } from '../requirements.js';
import { type Rank, rankOf } from './rank.js';

/** A count over those it was counted among. */
export interface CountOfArea {
  readonly count: number;
  /** Residents or households, above 0. */
  readonly population: number;
}

/** A place among others with the places that chance leaves open. */
export interface RankRange extends Rank {
  /** The best place that it may have, 1 for the first. */
  readonly from: number;
  /** The worst place that it may have. */
  readonly until: number;
}

/** How often a range may leave out the true place. */
const ALPHA = 0.05;

/**
 * The place of an area by its rate, with the range in which its true place lies with 95% confidence. The area is laid
 * beside each of the others by the conditional test of two Poisson counts; those that have surely a better rate are
 * before it, those that have surely a worse one after it, and among the rest chance decides. Since it is laid beside
 * many, each test is held to 5% divided by how many there are (Bonferroni), so that all together are wrong in one of
 * twenty times at the most.
 *
 * That signs of differences which hold all at once give a confidence set for a rank: Mogstad, Romano, Shaikh and
 * Wilhelm (2024), Inference for Ranks, Review of Economic Studies 91(1), 476-518; and before them Klein, Wright and
 * Wieczorek (2020), A joint confidence region for an overall ranking of populations, JRSS C 69(3), 589-606. Crime
 * varies more than Poisson counts do: the range is the least that it can be.
 *
 * @param first which end is place 1
 * @param others those it is ranked with, without itself; at least one
 */
export function rankRange(
  area: CountOfArea,
  others: readonly CountOfArea[],
  first: 'lowest' | 'highest',
): RankRange {
  if (others.length === 0) throw new RangeError('A rank needs others to be ranked with.');
  const own = rateOf(area);
  const differing = others.filter((other) => conditionalTest(pairOf(area, other)) < ALPHA / others.length);
  const before = differing.filter((other) =>
    first === 'lowest' ? rateOf(other) < own : rateOf(other) > own,
  );
  const after = differing.length - before.length;
  const rates = [own, ...others.map(rateOf)];
  return { ...rankOf(own, rates, first), from: before.length + 1, until: rates.length - after };
}

function rateOf({ count, population }: CountOfArea): number {
  requireCount(count, 'A count');
  requirePositive(population, 'A population');
  return count / population;
}

function pairOf(area: CountOfArea, other: CountOfArea) {
  return {
    ...{ before: area.count, exposureBefore: area.population },
    ...{ after: other.count, exposureAfter: other.population },
  };
}
