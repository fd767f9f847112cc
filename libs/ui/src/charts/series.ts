import { line } from 'd3-shape';
import { chartPalette } from './chart-palette.js';
import type { Box } from './free-space.js';
import type { Plot } from './plot.js';
import { element, type SvgMarkup } from './svg-markup.js';
import type { TimeSeriesChartSpec, TimeSeriesPoint } from './time-series-spec.js';

const POINT_RADIUS = 4.5;

/** Into how many small boxes a stretch of the line is cut to know where it runs. */
const BOXES_PER_STRETCH = 8;

/** The line through the figures, broken where one is missing. */
export function seriesLine(spec: TimeSeriesChartSpec, plot: Plot): SvgMarkup[] {
  const path = line<TimeSeriesPoint>()
    .defined((point) => point.value !== null)
    .x((_point, index) => plot.x(index))
    .y((point) => plot.y(point.value ?? 0))
    .digits(1)(spec.points);
  if (path === null) return [];
  return [
    element('path', {
      d: path,
      fill: 'none',
      stroke: chartPalette.series,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
    }),
  ];
}

/** A dot for each figure, hollow where the figure is marked, so that one between two gaps is seen too. */
export function seriesPoints(spec: TimeSeriesChartSpec, plot: Plot): SvgMarkup[] {
  return spec.points.flatMap((point, index) =>
    point.value === null
      ? []
      : [
          element('circle', {
            cx: plot.x(index),
            cy: plot.y(point.value),
            r: POINT_RADIUS,
            fill: point.mark ? chartPalette.ground : chartPalette.series,
            stroke: chartPalette.series,
            'stroke-width': 2,
          }),
        ],
  );
}

/** The space that the line and its dots take up, for labels to keep clear of. */
export function seriesBoxes(spec: TimeSeriesChartSpec, plot: Plot): Box[] {
  return spec.points.flatMap((point, index) => {
    if (point.value === null) return [];
    const next = spec.points[index + 1]?.value ?? point.value;
    const [x, y] = [plot.x(index), plot.y(point.value)];
    const fall = plot.y(next) - y;
    return Array.from({ length: BOXES_PER_STRETCH }, (_, part) => {
      const share = part / BOXES_PER_STRETCH;
      return boxAround(x + share * plot.step, y + share * fall, POINT_RADIUS + 2);
    });
  });
}

function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
