/** A place among others; those who tie share the best place, and the next one is passed over (1, 2, 2, 4). */
export interface Rank {
  readonly rank: number;
  readonly of: number;
  readonly tiedWith: number;
}

/**
 * The rank of a value among all values, itself included.
 * @param best which end is rank 1
 */
export function rankOf(value: number, all: readonly number[], best: 'lowest' | 'highest'): Rank {
  if (!all.includes(value)) throw new RangeError('The value is not among those it is ranked with.');
  const better = all.filter((other) => (best === 'lowest' ? other < value : other > value)).length;
  const ties = all.filter((other) => other === value).length - 1;
  return { rank: better + 1, of: all.length, tiedWith: ties };
}
