import type { LimitsSegment, TimeSeriesChartSpec } from './time-series-spec.js';

const SAFE_ID = /^[A-Za-z][\w-]*$/;

/**
 * Stops a drawing that would be wrong or unsafe before it is begun.
 *
 * @throws RangeError when the id would not do as an id, when a target or limits lie outside the
 *   periods, or when limits are not one finite set for each of their periods
 */
export function refuseWhatCannotBeDrawn(spec: TimeSeriesChartSpec): void {
  if (!SAFE_ID.test(spec.id)) throw new RangeError(`"${spec.id}" would not do as the id of a chart`);
  for (const target of spec.targets ?? []) {
    if (!isInside(target, spec))
      throw new RangeError(`The target "${target.label}" lies outside the periods of the chart`);
  }
  for (const segment of spec.limits ?? []) refuseLimits(segment, spec);
}

function refuseLimits(segment: LimitsSegment, spec: TimeSeriesChartSpec): void {
  const { fromIndex, toIndex, limits } = segment;
  const named = `The limits of periods ${fromIndex} to ${toIndex}`;
  if (!Number.isInteger(fromIndex) || !Number.isInteger(toIndex) || !isInside(segment, spec))
    throw new RangeError(`${named} lie outside the periods of the chart`);
  if (limits.length !== toIndex - fromIndex + 1)
    throw new RangeError(`${named} are ${limits.length}, which is not one for each period`);
  if (!limits.flatMap(({ mean, lower, upper }) => [mean, lower, upper]).every(Number.isFinite))
    throw new RangeError(`${named} are not all finite numbers`);
}

function isInside(
  { fromIndex, toIndex }: { readonly fromIndex: number; readonly toIndex: number },
  { points }: TimeSeriesChartSpec,
): boolean {
  return 0 <= fromIndex && fromIndex <= toIndex && toIndex < points.length;
}
