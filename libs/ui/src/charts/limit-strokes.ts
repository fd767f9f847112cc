import { chartPalette } from './chart-palette.js';
import type { Plot } from './plot.js';
import type { LimitLine } from './process-limits.js';
import { stepPath } from './step-drawing.js';
import { element, type SvgMarkup } from './svg-markup.js';

/** Draws the average and the limits, which lie behind the series. */
export function limitStrokes(lines: readonly LimitLine[], plot: Plot): SvgMarkup[] {
  return lines.map((line) =>
    element('path', {
      d: stepPath(line, plot),
      fill: 'none',
      stroke: chartPalette.limits,
      'stroke-width': line.width,
      'stroke-dasharray': line.dashes,
    }),
  );
}
