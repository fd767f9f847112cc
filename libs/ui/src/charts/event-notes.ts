import { chartPalette } from './chart-palette.js';
import type { Box } from './free-space.js';
import type { Plot, PlotWidth } from './plot.js';
import { element, type SvgMarkup } from './svg-markup.js';
import { svgText } from './svg-text.js';
import { textWidth, wrapText } from './text-fit.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';

/** A note is broken into lines of at most this share of the drawing's width. */
const NOTE_WIDTH_SHARE = 0.45;

/** From the vertical line to the words. */
const DISTANCE = 6;

/** A note with its place above the plot. */
export interface EventNote {
  /** Where its vertical line is. */
  readonly x: number;
  readonly lines: readonly string[];
  /** True where the words stand right of the line; they go left where they would run off the drawing. */
  readonly toTheRight: boolean;
  /** The first line of notes that it takes up, counted from 0 at the top. */
  readonly row: number;
}

/**
 * Gives each note rows of its own, so that no two can overlap however close their periods are.
 *
 * The order of the rows keeps the vertical lines, which run down from the words, out of other
 * notes' words: first those that stand left of their line, from the right; then the others,
 * from the left.
 */
export function placeNotes(spec: TimeSeriesChartSpec, across: PlotWidth): EventNote[] {
  const toTheLeft: Omit<EventNote, 'row'>[] = [];
  const toTheRight: Omit<EventNote, 'row'>[] = [];
  for (const [index, point] of [...spec.points.entries()].toReversed()) {
    if (!point.note) continue;
    const x = across.x(index);
    const lines = wrapText(point.note, across.width * NOTE_WIDTH_SHARE, across.fontSize);
    const reach = DISTANCE + Math.max(...lines.map((line) => textWidth(line, across.fontSize)));
    const limit = Math.min(across.width, ...toTheLeft.map((other) => other.x));
    if (x + reach > limit && x - reach >= 0) toTheLeft.push({ x, lines, toTheRight: false });
    else toTheRight.unshift({ x, lines, toTheRight: true });
  }
  let row = 0;
  return [...toTheLeft, ...toTheRight].map((note) => {
    const placed = { ...note, row };
    row += note.lines.length;
    return placed;
  });
}

/** How many rows the notes need in all. */
export function noteRowCount(notes: readonly EventNote[]): number {
  return notes.reduce((count, note) => count + note.lines.length, 0);
}

/** Draws each note: its words, and a dashed line from them down to the axis. */
export function eventNotes(notes: readonly EventNote[], plot: Plot): SvgMarkup[] {
  return notes.flatMap((note) => {
    const firstLine = plot.lineHeight * (1 + note.row) + plot.fontSize;
    return [
      element('line', {
        x1: note.x,
        x2: note.x,
        y1: firstLine - plot.fontSize * 0.8,
        y2: plot.bottom,
        stroke: chartPalette.event,
        'stroke-width': 1.5,
        'stroke-dasharray': '4 4',
      }),
      svgText(note.lines, {
        x: note.toTheRight ? note.x + DISTANCE : note.x - DISTANCE,
        y: firstLine,
        anchor: note.toTheRight ? 'start' : 'end',
        lineHeight: plot.lineHeight,
      }),
    ];
  });
}

/** The space that the vertical lines take up inside the plot, for labels to keep clear of. */
export function noteBoxes(notes: readonly EventNote[], plot: Plot): Box[] {
  return notes.map((note) => ({ left: note.x - 2, right: note.x + 2, top: plot.top, bottom: plot.bottom }));
}
