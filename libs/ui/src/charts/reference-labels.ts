import { chartPalette } from './chart-palette.js';
import { leastCovering, type Box, type Place } from './free-space.js';
import { sideLabelLines, type Plot } from './plot.js';
import { reach, referenceBox, type ReferenceLine } from './reference-lines.js';
import { element, type SvgMarkup } from './svg-markup.js';
import { svgText } from './svg-text.js';
import { textWidth } from './text-fit.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';

/** How far along its line a label may stand: at the beginning, a quarter along, and so on. */
const PLACES_ALONG_LINE = [0, 0.25, 0.5, 0.75, 1];

/** How many rows away from its line a label may stand; from the second row on a thin leader ties the two. */
const ROWS_AWAY = [0, 1, 2, 3];

/** Covered area that one row of distance is worth: less than one point of the series covers. */
const RELUCTANCE_PER_ROW = 60;

/** A label on the drawing. */
interface LabelPlace extends Place {
  readonly x: number;
  readonly y: number;
  /** Where a leader starts, at the edge of the label that faces the line; none when they touch. */
  readonly leaderFrom: number | undefined;
}

/**
 * Labels lines where they are, so that there is no legend to look up: in the right margin
 * where the line reaches it, else above or below the line, wherever least is covered.
 *
 * @param drawn the space that is already taken
 */
export function referenceLabels(
  lines: readonly ReferenceLine[],
  spec: TimeSeriesChartSpec,
  plot: Plot,
  drawn: readonly Box[],
): SvgMarkup[] {
  const last = spec.points.length - 1;
  const inMargin = plot.labelsBesidePlot ? lines.filter((line) => line.toIndex >= last) : [];
  const onLine = lines.filter((line) => !inMargin.includes(line));
  return [...labelsInMargin(inMargin, plot), ...labelsOnLines(onLine, lines, plot, drawn)];
}

/** From the top down, each as near to its line as the one before it allows. */
function labelsInMargin(lines: readonly ReferenceLine[], plot: Plot): SvgMarkup[] {
  let free = 0;
  return lines
    .toSorted((one, other) => other.value - one.value)
    .map((line) => {
      const words = sideLabelLines(line.label, plot.fontSize);
      const height = words.length * plot.lineHeight;
      const top = Math.max(free, plot.y(line.value) - height / 2);
      free = top + height;
      return svgText(words, {
        x: plot.right + 8,
        y: top + plot.fontSize * 0.95,
        lineHeight: plot.lineHeight,
      });
    });
}

function labelsOnLines(
  lines: readonly ReferenceLine[],
  allLines: readonly ReferenceLine[],
  plot: Plot,
  drawn: readonly Box[],
): SvgMarkup[] {
  const taken = [...drawn, ...allLines.map((line) => referenceBox(line, plot))];
  return lines.flatMap((line) => {
    const place = leastCovering(placesFor(line, plot), taken);
    taken.push(place.box);
    return [...leader(line, place, plot), svgText(line.label, place)];
  });
}

function placesFor(line: ReferenceLine, plot: Plot): LabelPlace[] {
  const width = textWidth(line.label, plot.fontSize);
  const { from, to } = reach(line, plot);
  const lineY = plot.y(line.value);
  const ascent = plot.fontSize * 0.8;
  const descent = plot.fontSize * 0.25;
  return ROWS_AWAY.flatMap((row) =>
    (['above', 'below'] as const).flatMap((side) =>
      PLACES_ALONG_LINE.map((share) => {
        // A label longer than its line runs past it, but never out of the plot.
        const x = Math.max(plot.left, Math.min(from + 2 + share * (to - from - width), plot.right - width));
        const distance = row * plot.lineHeight;
        const y = side === 'above' ? lineY - 8 - distance : lineY + plot.fontSize + 3 + distance;
        const box = { left: x, right: x + width, top: y - ascent, bottom: y + descent };
        const facing = side === 'above' ? box.bottom : box.top;
        return {
          x,
          y,
          box,
          reluctance: row * RELUCTANCE_PER_ROW,
          leaderFrom: row > 0 ? facing : undefined,
        };
      }),
    ),
  ).filter(
    ({ box }, index) => index === 0 || (box.top >= plot.top - plot.lineHeight && box.bottom <= plot.bottom),
  );
}

/** Ties a label to its line, from the middle of what the two share from left to right. */
function leader(line: ReferenceLine, place: LabelPlace, plot: Plot): SvgMarkup[] {
  if (place.leaderFrom === undefined) return [];
  const { from, to } = reach(line, plot);
  const x = (Math.max(from, place.box.left) + Math.min(to, place.box.right)) / 2;
  return [
    element('line', {
      x1: x,
      x2: x,
      y1: place.leaderFrom,
      y2: plot.y(line.value),
      stroke: chartPalette.axis,
      'stroke-width': 1,
    }),
  ];
}
