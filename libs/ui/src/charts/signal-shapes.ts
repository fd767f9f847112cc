import { chartPalette } from './chart-palette.js';
import { element, tenths, type SvgMarkup } from './svg-markup.js';
import type { SignalMark } from './time-series-spec.js';

/** A point on the drawing. */
export interface PointPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly hollow: boolean;
}

/** Corners around a point, for a radius of 1, y downwards. All shapes have about one area. */
type Corners = readonly (readonly [x: number, y: number])[];

const TRIANGLE_UP: Corners = [
  [0, -1.1],
  [1.05, 0.8],
  [-1.05, 0.8],
];
const TRIANGLE_DOWN: Corners = TRIANGLE_UP.map(([x, y]) => [x, -y]);
const DIAMOND: Corners = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
];
const SQUARE: Corners = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
];

/**
 * Draws a point of special cause. The shape alone tells its meaning: a triangle that points the
 * way the figure went is better, a diamond worse, a square neither. A filled shape has an edge that
 * sets it off from the line it lies on.
 */
export function signalShape(signal: SignalMark, { x, y, radius, hollow }: PointPlace): SvgMarkup {
  const { corners, colour, outline } = looks(signal);
  return element('polygon', {
    points: corners
      .map(([across, down]) => `${tenths(x + across * radius)},${tenths(y + down * radius)}`)
      .join(' '),
    fill: hollow ? chartPalette.ground : colour,
    stroke: hollow ? colour : outline,
    'stroke-width': hollow ? 2 : 1.5,
  });
}

function looks({ meaning, towards }: SignalMark): { corners: Corners; colour: string; outline: string } {
  switch (meaning) {
    case 'better':
      return {
        corners: towards === 'higher' ? TRIANGLE_UP : TRIANGLE_DOWN,
        colour: chartPalette.better,
        outline: chartPalette.ground,
      };
    case 'worse':
      return { corners: DIAMOND, colour: chartPalette.worse, outline: chartPalette.worseOutline };
    case 'neutral':
      return { corners: SQUARE, colour: chartPalette.neutral, outline: chartPalette.ground };
  }
}
