import { line } from 'd3-shape';
import { chartPalette } from './chart-palette.js';
import type { Box } from './free-space.js';
import type { Plot } from './plot.js';
import { pointReach } from './series-points.js';
import { element, type SvgMarkup } from './svg-markup.js';
import type { TimeSeriesChartSpec, TimeSeriesPoint } from './time-series-spec.js';

/** Into how many small boxes a stretch of the line is cut to know where it runs. */
const BOXES_PER_STRETCH = 8;

/** The line through the figures, interrupted where one is missing and where the series breaks. */
export function seriesLine(spec: TimeSeriesChartSpec, plot: Plot): SvgMarkup[] {
  const path = unbroken(spec.points)
    .map(({ from, points }) => pathThrough(points, from, plot))
    .join('');
  if (path === '') return [];
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

/** The space that the line and its dots take up, for labels to keep clear of. */
export function seriesBoxes(spec: TimeSeriesChartSpec, plot: Plot): Box[] {
  return spec.points.flatMap((point, index) => {
    if (point.value === null) return [];
    const following = spec.points[index + 1];
    const next = following?.breakBefore ? point.value : (following?.value ?? point.value);
    const [x, y] = [plot.x(index), plot.y(point.value)];
    const fall = plot.y(next) - y;
    return Array.from({ length: BOXES_PER_STRETCH }, (_, part) => {
      const share = part / BOXES_PER_STRETCH;
      return boxAround(x + share * plot.step, y + share * fall, pointReach(point, plot) + 2);
    });
  });
}

/** The points from one break to the next, and the period of the first of them. */
function unbroken(points: readonly TimeSeriesPoint[]): { from: number; points: TimeSeriesPoint[] }[] {
  const runs: { from: number; points: TimeSeriesPoint[] }[] = [];
  for (const [index, point] of points.entries()) {
    const run = runs.at(-1);
    if (run && !point.breakBefore) run.points.push(point);
    else runs.push({ from: index, points: [point] });
  }
  return runs;
}

function pathThrough(points: readonly TimeSeriesPoint[], from: number, plot: Plot): string {
  const path = line<TimeSeriesPoint>()
    .defined((point) => point.value !== null)
    .x((_point, index) => plot.x(from + index))
    .y((point) => plot.y(point.value ?? 0))
    .digits(1)(points);
  return path ?? '';
}

function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
