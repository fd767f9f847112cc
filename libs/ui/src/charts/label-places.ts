import type { Box, Place } from './free-space.js';
import type { Plot } from './plot.js';
import { reach, runBetween } from './step-drawing.js';
import type { LabelledLine } from './step-line.js';
import { textWidth } from './text-fit.js';

/** How far along its line a label may stand: at the beginning, a quarter along, and so on. */
const PLACES_ALONG_LINE = [0, 0.25, 0.5, 0.75, 1];

/** How many rows away from its line a label may stand; from the second row on a thin leader ties the two. */
const ROWS_AWAY = [0, 1, 2, 3];
const ROWS_AWAY_WHEN_CROWDED = [...ROWS_AWAY, 4, 5];

/** Where a leader may be, along what the label and its line share from left to right. */
const LEADERS = [0.5];
const LEADERS_WHEN_CROWDED = [0.5, 0.25, 0.75];

/** Covered area that one row of distance is worth: less than one point of the series covers. */
const RELUCTANCE_PER_ROW = 60;

/** The same for the side of its line where a label is less looked for. */
const RELUCTANCE_OF_OTHER_SIDE = 800;

/** A label on the drawing. */
export interface LabelPlace extends Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** From the edge of the label that faces the line to the line; none when they touch. */
  readonly leader: { readonly x: number; readonly y1: number; readonly y2: number } | undefined;
}

/** All places that a label might have, the nearest first. */
export function placesFor(line: LabelledLine, crowded: boolean, plot: Plot): LabelPlace[] {
  const width = textWidth(line.label, plot.fontSize);
  const { from, to } = reach(line, plot);
  const rows = crowded ? ROWS_AWAY_WHEN_CROWDED : ROWS_AWAY;
  return rows
    .flatMap((row) =>
      (['above', 'below'] as const).flatMap((side) =>
        PLACES_ALONG_LINE.map((share): Wish => {
          // A label longer than its line runs past it, but never out of the plot.
          const x = Math.max(plot.left, Math.min(from + 2 + share * (to - from - width), plot.right - width));
          return { x, width, row, side, crowded };
        }),
      ),
    )
    .flatMap((wish) =>
      (crowded && wish.row > 0 ? LEADERS_WHEN_CROWDED : LEADERS).map((share) =>
        placeAt(line, wish, share, plot),
      ),
    )
    .filter(
      ({ box }, index) => index === 0 || (box.top >= plot.top - plot.lineHeight && box.bottom <= plot.bottom),
    );
}

interface Wish {
  /** Left edge of the label. */
  readonly x: number;
  readonly width: number;
  readonly row: number;
  readonly side: 'above' | 'below';
  readonly crowded: boolean;
}

function placeAt(
  line: LabelledLine,
  { x, width, row, side, crowded }: Wish,
  leaderShare: number,
  plot: Plot,
): LabelPlace {
  const run = runBetween(line, x, x + width, plot);
  const distance = row * plot.lineHeight;
  const y = side === 'above' ? run.top - 8 - distance : run.bottom + plot.fontSize + 3 + distance;
  const box = {
    left: x,
    right: x + width,
    top: y - plot.fontSize * 0.8,
    bottom: y + plot.fontSize * 0.25,
  };
  const facing = side === 'above' ? box.bottom : box.top;
  const leader = row > 0 ? leaderBetween(line, box, { facing, share: leaderShare }, plot) : undefined;
  const otherSide = line.labelSide !== undefined && line.labelSide !== side;
  // Words are narrower than they are taken to be: those at the end of a line shall end with it.
  const endsWithLine = crowded && box.right >= reach(line, plot).to - 2;
  return {
    x: endsWithLine ? box.right : box.left,
    y,
    anchor: endsWithLine ? 'end' : 'start',
    box,
    reluctance: row * RELUCTANCE_PER_ROW + (otherSide ? RELUCTANCE_OF_OTHER_SIDE : 0),
    alsoCovers: crowded && leader ? [leaderBox(leader)] : [],
    leader,
  };
}

/** Up or down from a share of what the label and its line have in common from left to right. */
function leaderBetween(
  line: LabelledLine,
  box: Box,
  { facing, share }: { facing: number; share: number },
  plot: Plot,
): LabelPlace['leader'] {
  const { from, to } = reach(line, plot);
  const x = (1 - share) * Math.max(from, box.left) + share * Math.min(to, box.right);
  return { x, y1: facing, y2: runBetween(line, x, x, plot).top };
}

/** Wide enough for a leader to count, and short of the line it ends at. */
function leaderBox({ x, y1, y2 }: NonNullable<LabelPlace['leader']>): Box {
  return { left: x - 3, right: x + 3, top: Math.min(y1, y2) + 3, bottom: Math.max(y1, y2) - 3, weight: 4 };
}
