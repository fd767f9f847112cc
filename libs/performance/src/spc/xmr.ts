/** Limits of a process chart. They are not clipped at 0: a drawing may be, a stored limit is what the method gave. */
export interface ProcessLimits {
  readonly mean: number;
  /** Three sigma either side of the mean. */
  readonly lower: number;
  readonly upper: number;
  /** Two sigma either side: where two points out of three begin to count. */
  readonly nearLower: number;
  readonly nearUpper: number;
}

export interface XmrLimits extends ProcessLimits {
  readonly meanMovingRange: number;
  readonly sigma: number;
}

/** Converts a mean moving range of two into a standard deviation. */
const D2 = 1.128;
/** 3 / 1.128 as the method's tables print it. */
const THREE_SIGMA = 2.66;
/** A moving range above this many mean moving ranges is itself out of the ordinary. */
const RANGE_LIMIT = 3.267;

/**
 * Limits of an XmR chart (Shewhart; constants of the NHS "Making data count" method): mean ± 2.66 mean moving ranges.
 *
 * @param values in order of time; at least two
 * @param options.screening drop moving ranges above 3.267 of their mean and take the mean again; off in rule set
 *   MDC-2023
 */
export function xmrLimits(
  values: readonly number[],
  { screening = false }: { screening?: boolean } = {},
): XmrLimits {
  if (values.length < 2 || values.some((value) => !Number.isFinite(value)))
    throw new RangeError('An XmR chart needs at least two numbers.');
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - values[index]!));
  const first = meanOf(ranges);
  const kept = screening ? ranges.filter((range) => range <= RANGE_LIMIT * first) : ranges;
  const meanMovingRange = meanOf(kept);
  const reach = THREE_SIGMA * meanMovingRange;
  return {
    mean,
    meanMovingRange,
    sigma: meanMovingRange / D2,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (2 * reach) / 3,
    nearUpper: mean + (2 * reach) / 3,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
