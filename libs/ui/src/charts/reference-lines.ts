import { chartPalette } from './chart-palette.js';
import type { Plot } from './plot.js';
import { reach } from './step-drawing.js';
import type { LabelledLine } from './step-line.js';
import { element, type SvgMarkup } from './svg-markup.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';

/** A level drawn across some or all of the periods. */
export interface ReferenceLine extends LabelledLine {
  readonly value: number;
  readonly stroke: string;
  readonly dashes: string;
}

/** Targets (dashed) and the baseline (dotted), which has no end: it is drawn over all periods. */
export function referenceLines(spec: TimeSeriesChartSpec): ReferenceLine[] {
  const last = Math.max(0, spec.points.length - 1);
  const targets = (spec.targets ?? []).map((target) => ({
    ...target,
    valueAt: () => target.value,
    stroke: chartPalette.target,
    dashes: '8 4',
  }));
  const { baseline } = spec;
  if (!baseline) return targets;
  return [
    {
      ...baseline,
      fromIndex: 0,
      toIndex: last,
      valueAt: () => baseline.value,
      stroke: chartPalette.baseline,
      dashes: '2 4',
    },
    ...targets,
  ];
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
