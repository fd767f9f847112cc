import type { Interval } from '../confidence.js';
import { rateInterval } from '../intervals/count-interval.js';
import {
  type FunnelLabel,
  funnelPoint,
  overdispersion,
  type Overdispersion,
  widenedFunnelLabel,
} from './funnel.js';
import type { CountOfArea } from './rank-range.js';

/** An area beside the others of its group. */
export interface AreaInGroup extends Interval {
  /** For each `per` of the population, with its 95% range. */
  readonly rate: number;
  /** What it would count at the rate of the group. */
  readonly expected: number;
  /** Null where nothing was counted in the whole group. */
  readonly label: FunnelLabel | null;
}

export interface GroupOfAreas {
  /** All counts of the group for each `per` of all its population. */
  readonly rate: number;
  /** In the order they were given. */
  readonly areas: readonly AreaInGroup[];
  /** Null for fewer than 15 areas, or where nothing was counted. */
  readonly overdispersion: Overdispersion | null;
}

/**
 * Every area of a group with its rate, its 95% range, and where it lies in the funnel of the group. The rate of the
 * group is that of all its areas together, the looked-at one among them, as in a funnel plot.
 *
 * @param areas at least one
 * @param widened whether limits are widened by how much the areas differ beyond chance, where that can be told
 */
export function compareAreas(areas: readonly CountOfArea[], per: number, widened: boolean): GroupOfAreas {
  const total = areas.reduce((sum, { count }) => sum + count, 0);
  const population = areas.reduce((sum, one) => sum + one.population, 0);
  const rate = total / population;
  const expected = areas.map((one) => rate * one.population);
  const found =
    total > 0
      ? overdispersion(areas.map(({ count }, index) => ({ observed: count, expected: expected[index]! })))
      : null;
  return {
    rate: rate * per,
    overdispersion: found,
    areas: areas.map(({ count, population: own }, index) => ({
      ...rateInterval(count, own, per),
      expected: expected[index]!,
      label: total > 0 ? labelOf(count, expected[index]!, widened ? found : null) : null,
    })),
  };
}

function labelOf(observed: number, expected: number, widening: Overdispersion | null): FunnelLabel {
  return widening ? widenedFunnelLabel(observed, expected, widening) : funnelPoint(observed, expected).label;
}
