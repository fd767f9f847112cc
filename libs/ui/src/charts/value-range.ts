import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { limitLines } from './process-limits.js';
import { levelsOf } from './step-line.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';

/** About how many steps the value axis has. d3 picks the nearest count of round numbers. */
const WANTED_TICKS = 5;

/** What the value axis covers: everything drawn, between two round numbers. */
export interface ValueRange {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** From zero, always: a line that starts elsewhere makes small changes look large. */
export function valueRange(spec: TimeSeriesChartSpec): ValueRange {
  const figures = spec.points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const levels = [
    ...[...(spec.targets ?? []), ...(spec.baseline ? [spec.baseline] : [])].map((line) => line.value),
    ...limitLines(spec).flatMap(levelsOf),
  ];
  const [lowest = 0, highest = 0] = extent([0, ...figures, ...levels]);
  const scale = scaleLinear()
    .domain([lowest, highest > lowest ? highest : lowest + 1])
    .nice(WANTED_TICKS);
  const wholeNumbersOnly = figures.every(Number.isInteger);
  const [from = 0, to = 1] = scale.domain();
  return {
    domain: [from, to],
    // Half an offence cannot happen, so it is no step of a scale of offences.
    ticks: scale.ticks(WANTED_TICKS).filter((tick) => !wholeNumbersOnly || Number.isInteger(tick)),
  };
}
