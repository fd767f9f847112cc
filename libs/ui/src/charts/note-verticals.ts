import { chartPalette } from './chart-palette.js';
import { element, type SvgMarkup } from './svg-markup.js';

/** Something that happened, a break in the series, or limits that start anew. */
export type VerticalKind = 'event' | 'break' | 'new limits';

interface Strokes {
  /** Where each stroke is, from the middle. */
  readonly offsets: readonly number[];
  readonly width: number;
  readonly dashes?: string;
}

/** Dashed, double and dotted, to be told apart in greyscale. */
const STROKES: Readonly<Record<VerticalKind, Strokes>> = {
  event: { offsets: [0], width: 1.5, dashes: '4 4' },
  break: { offsets: [-1.5, 1.5], width: 1 },
  'new limits': { offsets: [0], width: 1.5, dashes: '1.5 3' },
};

/** Draws the vertical line from a note down to the axis. */
export function verticalStroke(kind: VerticalKind, x: number, top: number, bottom: number): SvgMarkup[] {
  const { offsets, width, dashes } = STROKES[kind];
  return offsets.map((offset) =>
    element('line', {
      x1: x + offset,
      x2: x + offset,
      y1: top,
      y2: bottom,
      stroke: chartPalette.event,
      'stroke-width': width,
      'stroke-dasharray': dashes,
    }),
  );
}
