import { chartPalette } from './chart-palette.js';
import { leastCovering, type Box } from './free-space.js';
import { placesFor, type LabelPlace } from './label-places.js';
import type { Plot } from './plot.js';
import type { LabelledLine } from './step-line.js';
import { element, type SvgMarkup } from './svg-markup.js';
import { svgText } from './svg-text.js';

/** How much worse it is to cover words than a line, where labels are many. */
const WEIGHT_OF_WORDS = 8;

/** What labels keep clear of. */
export interface TakenSpace {
  readonly strokes: readonly Box[];
  readonly words: readonly Box[];
}

/**
 * Labels lines inside the plot, above or below each, wherever least is covered.
 *
 * @param crowded as on a chart with limits, where labels may go further away, rather cover a line
 *   than words, and have leaders that count as something drawn, lest they run through words
 */
export function labelsOnLines(
  lines: readonly LabelledLine[],
  crowded: boolean,
  plot: Plot,
  drawn: TakenSpace,
): SvgMarkup[] {
  const asWords = (box: Box): Box => (crowded ? keptClear(box) : box);
  const taken = [...drawn.strokes, ...drawn.words.map(asWords)];
  const labels = lines.map((line) => {
    const place = leastCovering(placesFor(line, crowded, plot), taken);
    taken.push(asWords(place.box), ...(place.alsoCovers ?? []));
    return { leader: leaderStroke(place), words: svgText(line.label, place) };
  });
  if (!crowded) return labels.flatMap(({ leader, words }) => [...leader, words]);
  // A leader that has to cross words goes behind them.
  return [...labels.flatMap(({ leader }) => leader), ...labels.map(({ words }) => words)];
}

/** Words with a little space around them, for brackets hang below the line that digits stand on. */
function keptClear({ left, right, top, bottom }: Box): Box {
  return { left: left - 3, right: right + 3, top: top - 2, bottom: bottom + 3, weight: WEIGHT_OF_WORDS };
}

function leaderStroke({ leader }: LabelPlace): SvgMarkup[] {
  if (!leader) return [];
  return [
    element('line', {
      x1: leader.x,
      x2: leader.x,
      y1: leader.y1,
      y2: leader.y2,
      stroke: chartPalette.axis,
      'stroke-width': 1,
    }),
  ];
}
