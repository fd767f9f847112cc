import { chartPalette } from './chart-palette.js';
import type { Plot } from './plot.js';
import { signalShape, type PointPlace } from './signal-shapes.js';
import { element, type SvgMarkup } from './svg-markup.js';
import type { TimeSeriesChartSpec, TimeSeriesPoint } from './time-series-spec.js';

/**
 * Sizes of points by the least distance between periods that they want: the closer the periods, the
 * smaller the points, which would run into one band.
 */
const SIZES = [
  { step: 12, dot: 4.5, signal: 8 },
  { step: 6, dot: 3, signal: 6.5 },
  { step: 0, dot: 2, signal: 5.5 },
] as const;

/**
 * A dot for each figure, hollow where the figure is marked, so that one between two gaps is seen too.
 * Signals have shapes instead and lie over the dots, whose crowd would hide them on a long chart.
 */
export function seriesPoints(spec: TimeSeriesChartSpec, plot: Plot): SvgMarkup[] {
  const dots: SvgMarkup[] = [];
  const signals: SvgMarkup[] = [];
  for (const [index, { value, signal, mark }] of spec.points.entries()) {
    if (value === null) continue;
    const place = { x: plot.x(index), y: plot.y(value), hollow: Boolean(mark) };
    if (signal) signals.push(signalShape(signal, { ...place, radius: sizes(plot).signal }));
    else dots.push(dot({ ...place, radius: sizes(plot).dot }));
  }
  return [...dots, ...signals];
}

/** How far a point reaches from its middle. */
export function pointReach(point: TimeSeriesPoint, plot: Plot): number {
  return point.signal ? sizes(plot).signal : sizes(plot).dot;
}

function dot({ x, y, radius, hollow }: PointPlace): SvgMarkup {
  return element('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: hollow ? chartPalette.ground : chartPalette.series,
    stroke: chartPalette.series,
    'stroke-width': 2,
  });
}

function sizes(plot: Plot) {
  return SIZES.find(({ step }) => step <= plot.step) ?? SIZES[0];
}
