import { chartPalette } from './chart-palette.js';
import { periodLabelWidth, type Plot } from './plot.js';
import { element, type SvgMarkup } from './svg-markup.js';
import { svgText } from './svg-text.js';
import { inTwoLines } from './text-fit.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';
import { valueText } from './value-text.js';

/** Space to keep between the labels of two periods. */
const PERIOD_LABEL_GAP = 12;

/** The value axis: a light line for each round number, the number before it, the unit above. */
export function valueAxis(spec: TimeSeriesChartSpec, plot: Plot): SvgMarkup[] {
  const steps = plot.ticks.flatMap((tick) => [
    element('line', {
      x1: plot.left,
      x2: plot.right,
      y1: plot.y(tick),
      y2: plot.y(tick),
      stroke: tick === 0 ? chartPalette.axis : chartPalette.gridline,
      'stroke-width': tick === 0 ? 1.5 : 1,
    }),
    svgText(valueText(tick, spec.unit), {
      x: plot.left - 8,
      y: plot.y(tick) + plot.fontSize * 0.35,
      anchor: 'end',
    }),
  ]);
  if (spec.unit === '%') return steps;
  return [...steps, svgText(spec.unit, { x: 0, y: plot.fontSize })];
}

/**
 * The labels of the periods. When there is no room for all, every second (third, ...) is
 * written, counted back from the latest, which is the one most looked for.
 */
export function periodAxis(spec: TimeSeriesChartSpec, plot: Plot): SvgMarkup[] {
  const widest = Math.max(0, ...spec.points.map((point) => periodLabelWidth(point.label, plot.fontSize)));
  const every = Math.max(1, Math.ceil((widest + PERIOD_LABEL_GAP) / plot.step));
  const last = spec.points.length - 1;
  return spec.points.flatMap((point, index) =>
    (last - index) % every === 0
      ? [
          svgText(inTwoLines(point.label), {
            x: plot.x(index),
            y: plot.bottom + plot.lineHeight + 4,
            anchor: 'middle',
            lineHeight: plot.lineHeight,
          }),
        ]
      : [],
  );
}
