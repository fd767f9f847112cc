import type { Interval } from '../confidence.js';
import { mayShowPercentage } from '../sentences/value-in-words.js';
import type { Observation } from './observation.js';
import { intervalOf, valueOf } from './value.js';

type Proportion = Extract<Observation, { type: 'proportion' }>;

/** The two of some groups whose percentages are furthest apart. */
export interface WidestGap<Group> {
  readonly higher: Group;
  readonly lower: Group;
  /** In percentage points. */
  readonly points: number;
  /** Where the gap can lie, from 0; null where the percentages have no interval. */
  readonly interval: Interval | null;
}

/**
 * The widest gap between groups of a breakdown. Groups too small for a percentage take no part. The widest of several
 * gaps is wide by chance more often than one that was chosen beforehand: of more than two groups its range is that of
 * 99.8%, of two that of 95% (Newcombe's interval of two independent proportions).
 *
 * @returns null where fewer than two groups have a percentage
 */
export function widestGap<Group extends { readonly observation: Proportion }>(
  groups: readonly Group[],
): WidestGap<Group> | null {
  const known = groups.flatMap((group) => {
    const value = mayShowPercentage(group.observation) ? valueOf(group.observation) : null;
    return value === null ? [] : [{ group, value }];
  });
  const [lowest, ...others] = known.toSorted((one, other) => one.value - other.value);
  const highest = others.at(-1);
  if (!lowest || !highest) return null;
  const gap = { type: 'gap', first: highest.group.observation, second: lowest.group.observation } as const;
  return {
    higher: highest.group,
    lower: lowest.group,
    points: highest.value - lowest.value,
    interval: intervalOf(gap, known.length > 2 ? 0.998 : 0.95),
  };
}
