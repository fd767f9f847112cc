/** A rectangle of the drawing. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How much worse it is to cover this than a line; 1 when left out. */
  readonly weight?: number;
}

/** A place where something might be put. */
export interface Place {
  readonly box: Box;
  /** What else would be drawn there, such as a leader. */
  readonly alsoCovers?: readonly Box[];
  /** How much may be covered elsewhere, in square units, before this place is the better one. */
  readonly reluctance?: number;
}

/**
 * The place that covers least of what is already drawn; of equals, the one given first.
 *
 * @throws RangeError when there is no place to choose from
 */
export function leastCovering<Candidate extends Place>(
  candidates: readonly Candidate[],
  drawn: readonly Box[],
): Candidate {
  let best: Candidate | undefined;
  let lowestCost = Infinity;
  for (const candidate of candidates) {
    const covered = [candidate.box, ...(candidate.alsoCovers ?? [])]
      .map((own) => drawn.reduce((area, box) => area + sharedArea(own, box) * (box.weight ?? 1), 0))
      .reduce((sum, area) => sum + area, 0);
    const cost = covered + (candidate.reluctance ?? 0);
    if (cost < lowestCost) {
      best = candidate;
      lowestCost = cost;
    }
  }
  if (best === undefined) throw new RangeError('There is no place to choose from');
  return best;
}

function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}
