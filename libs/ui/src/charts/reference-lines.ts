import { chartPalette } from './chart-palette.js';
import type { Box } from './free-space.js';
import type { Plot } from './plot.js';
import { element, type SvgMarkup } from './svg-markup.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';

/** A level drawn across some or all of the periods. */
export interface ReferenceLine {
  readonly label: string;
  readonly value: number;
  /** First and last period, counted from 0, both included. */
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly stroke: string;
  readonly dashes: string;
}

/** Targets (dashed) and the baseline (dotted), which has no end: it is drawn over all periods. */
export function referenceLines(spec: TimeSeriesChartSpec): ReferenceLine[] {
  const last = Math.max(0, spec.points.length - 1);
  const targets = (spec.targets ?? []).map((target) => ({
    ...target,
    stroke: chartPalette.target,
    dashes: '8 4',
  }));
  const baseline = spec.baseline
    ? [{ ...spec.baseline, fromIndex: 0, toIndex: last, stroke: chartPalette.baseline, dashes: '2 4' }]
    : [];
  return [...baseline, ...targets];
}

/** Where the line begins and ends: half a step outside its first and last period. */
export function reach(line: ReferenceLine, plot: Plot): { readonly from: number; readonly to: number } {
  return { from: plot.x(line.fromIndex) - plot.step / 2, to: plot.x(line.toIndex) + plot.step / 2 };
}

/** Draws the lines, which lie behind the series. */
export function referenceStrokes(lines: readonly ReferenceLine[], plot: Plot): SvgMarkup[] {
  return lines.map((line) =>
    element('line', {
      x1: reach(line, plot).from,
      x2: reach(line, plot).to,
      y1: plot.y(line.value),
      y2: plot.y(line.value),
      stroke: line.stroke,
      'stroke-width': 2.5,
      'stroke-dasharray': line.dashes,
    }),
  );
}

/** The space that a line takes up, for labels to keep clear of. */
export function referenceBox(line: ReferenceLine, plot: Plot): Box {
  const { from, to } = reach(line, plot);
  const y = plot.y(line.value);
  return { left: from, right: to, top: y - 2, bottom: y + 2 };
}
