import { chartPalette } from './chart-palette.js';
import type { Box } from './free-space.js';
import type { Plot } from './plot.js';
import type { SvgMarkup } from './svg-markup.js';
import { svgText } from './svg-text.js';
import { textWidth } from './text-fit.js';
import type { TimeSeriesChartSpec, TimeSeriesPoint } from './time-series-spec.js';
import { figureText, markText } from './value-text.js';

/** From the middle of a point to the near edge of its label. */
const DISTANCE = 11;

/** Space to keep between the labels of two points. */
const GAP = 8;

/** A figure in numbers, at its point. */
export interface ValueLabel {
  readonly text: string;
  readonly x: number;
  /** The line that the digits stand on. */
  readonly y: number;
  readonly box: Box;
}

/** The figures in numbers: all of them where they fit side by side, else the latest and the marks. */
export function placeValueLabels(spec: TimeSeriesChartSpec, plot: Plot): ValueLabel[] {
  const roomForAll = spec.points.every(
    (point) => textWidth(figureText(point, spec.unit), plot.fontSize) + GAP <= plot.step,
  );
  const latest = spec.points.findLastIndex((point) => point.value !== null);
  return spec.points.flatMap((point, index) => {
    const text = roomForAll || index === latest ? figureText(point, spec.unit) : markText(point);
    return point.value === null || text === '' ? [] : [placeLabel(text, index, point.value, spec, plot)];
  });
}

/** Draws the labels. */
export function valueLabels(labels: readonly ValueLabel[]): SvgMarkup[] {
  return labels.map(({ text, x, y }) =>
    svgText(text, { x, y, anchor: 'middle', fill: chartPalette.series, bold: true }),
  );
}

/** Above its point; below where the line leaves the point upwards and there is room over the axis. */
function placeLabel(
  text: string,
  index: number,
  value: number,
  spec: TimeSeriesChartSpec,
  plot: Plot,
): ValueLabel {
  const x = plot.x(index);
  const pointY = plot.y(value);
  const height = plot.fontSize * 0.75; // of a digit: digits have no descenders
  const below = isValley(spec.points, index) && pointY + DISTANCE + plot.lineHeight < plot.bottom;
  const y = below ? pointY + DISTANCE + height : pointY - DISTANCE;
  const halfWidth = textWidth(text, plot.fontSize) / 2;
  return { text, x, y, box: { left: x - halfWidth, right: x + halfWidth, top: y - height, bottom: y } };
}

/** Lower than the neighbours it has. */
function isValley(points: readonly TimeSeriesPoint[], index: number): boolean {
  const here = points[index]?.value ?? 0;
  const neighbours = [points[index - 1]?.value, points[index + 1]?.value].filter(
    (value): value is number => value !== null && value !== undefined,
  );
  return neighbours.length > 0 && neighbours.every((value) => value > here);
}
