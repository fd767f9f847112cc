import { chartPalette } from './chart-palette.js';
import type { FunnelPlot } from './funnel-plot.js';
import type { FunnelChartPoint, FunnelChartSpec } from './funnel-spec.js';
import { element, type SvgMarkup, tenths } from './svg-markup.js';
import { svgText } from './svg-text.js';
import { textWidth } from './text-fit.js';

const RADIUS = 5;
const OWN_RADIUS = 8;

/** Corners around a point, for a radius of 1. */
const TRIANGLE = [
  [0, -1.1],
  [1.05, 0.8],
  [-1.05, 0.8],
] as const;
const SQUARE = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
] as const;

/**
 * The areas: a circle inside the limits, a triangle beyond the inner ones, a square beyond the outer ones; hollow, and
 * filled for the looked-at one, which lies over the others with its name beside it.
 */
export function funnelPoints({ points }: FunnelChartSpec, plot: FunnelPlot): SvgMarkup[] {
  const own = points.filter(({ isOwn }) => isOwn);
  return [
    ...points.filter(({ isOwn }) => !isOwn).map((point) => shape(point, plot)),
    ...own.flatMap((point) => nameBeside(point, points, plot)),
    ...own.map((point) => shape(point, plot)),
  ];
}

function shape({ population, rate, lies, isOwn }: FunnelChartPoint, plot: FunnelPlot): SvgMarkup {
  const [x, y, radius] = [plot.x(population), plot.y(rate), isOwn ? OWN_RADIUS : RADIUS];
  const looks = {
    fill: isOwn ? chartPalette.series : chartPalette.ground,
    stroke: isOwn ? chartPalette.ground : chartPalette.series,
    'stroke-width': isOwn ? 1.5 : 2,
  };
  if (lies === 'inside') return element('circle', { cx: x, cy: y, r: radius, ...looks });
  const corners = lies === 'beyond-inner' ? TRIANGLE : SQUARE;
  const points = corners
    .map(([across, down]) => `${tenths(x + across * radius)},${tenths(y + down * radius)}`)
    .join(' ');
  return element('polygon', { points, ...looks });
}

/** How many lines up or down a name is moved, nearest first. */
const MOVES = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];

/** Beside its point, moved up or down to where it hides no other point; a line leads to it then. */
function nameBeside(own: FunnelChartPoint, all: readonly FunnelChartPoint[], plot: FunnelPlot): SvgMarkup[] {
  const { name } = own;
  const [x, y] = [plot.x(own.population), plot.y(own.rate)];
  const width = textWidth(name, plot.fontSize) * 1.1;
  const places = MOVES.flatMap((lines) =>
    ([1, -1] as const).map((side) => ({ side, lines, middle: y + lines * plot.lineHeight })),
  );
  const isFree = ({ side, middle }: (typeof places)[number]) => {
    const near = x + side * (OWN_RADIUS + 6);
    const [left, right] = side === 1 ? [near, near + width] : [near - width, near];
    const [top, bottom] = [middle - plot.lineHeight / 2, middle + plot.lineHeight / 2];
    const isInside = left >= plot.left && right <= plot.right && top >= plot.top && bottom <= plot.bottom;
    const hides = all.some((other) => {
      const [px, py] = [plot.x(other.population), plot.y(other.rate)];
      return (
        other !== own &&
        px > left - RADIUS - 2 &&
        px < right + RADIUS + 2 &&
        py > top - RADIUS &&
        py < bottom + RADIUS
      );
    });
    return isInside && !hides;
  };
  const place = places.find(isFree) ?? places[x > (plot.left + plot.right) / 2 ? 1 : 0]!;
  const near = x + place.side * (OWN_RADIUS + 6);
  const label = svgText(name, {
    ...{ x: near, y: place.middle + plot.fontSize * 0.35, bold: true },
    anchor: place.side === 1 ? 'start' : 'end',
  });
  if (place.lines === 0) return [label];
  const leader = element('line', {
    ...{ x1: x, y1: y, x2: near - place.side * 3, y2: place.middle },
    ...{ stroke: chartPalette.series, 'stroke-width': 1 },
  });
  return [leader, label];
}
