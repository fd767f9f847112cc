import type { Box } from './free-space.js';
import type { Plot, PlotWidth } from './plot.js';
import { verticalStroke, type VerticalKind } from './note-verticals.js';
import type { SvgMarkup } from './svg-markup.js';
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
  /** What it is about: it decides how the vertical line is drawn. */
  readonly kind: VerticalKind;
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
  const words = wordsAbove(spec, across);
  // Breaks and new limits come on top of events: then all make room for each other.
  const crowded = words.some(({ kind }) => kind !== 'event');
  for (const { x, kind, text } of words.toReversed()) {
    const limit = Math.min(across.width, ...toTheLeft.map((other) => other.x));
    const room = { left: x - DISTANCE, right: limit - x - DISTANCE };
    const lines = fittingLines(text, crowded ? Math.max(room.left, room.right) : Infinity, across);
    const width = widthOf(lines, across);
    if (width > room.right && width <= room.left) toTheLeft.push({ x, kind, lines, toTheRight: false });
    else toTheRight.unshift({ x, kind, lines, toTheRight: true });
  }
  let row = 0;
  return [...toTheLeft, ...toTheRight].map((note) => {
    const placed = { ...note, row };
    row += note.lines.length;
    return placed;
  });
}

/** Broken no more than need be: to the usual width, or to the room there is where that is less. */
function fittingLines(text: string, room: number, across: PlotWidth): string[] {
  const usual = wrapText(text, across.width * NOTE_WIDTH_SHARE, across.fontSize);
  if (widthOf(usual, across) <= room) return usual;
  const narrower = wrapText(text, room, across.fontSize);
  // A word that is too wide even so is no reason to break the others apart.
  return widthOf(narrower, across) <= room ? narrower : usual;
}

function widthOf(lines: readonly string[], across: PlotWidth): number {
  return Math.max(...lines.map((line) => textWidth(line, across.fontSize)));
}

/** How many rows the notes need in all. */
export function noteRowCount(notes: readonly EventNote[]): number {
  return notes.reduce((count, note) => count + note.lines.length, 0);
}

/** Draws each note: its words, and a vertical line from them down to the axis. */
export function eventNotes(notes: readonly EventNote[], plot: Plot): SvgMarkup[] {
  return notes.flatMap((note, order) => {
    const firstLine = plot.lineHeight * (1 + note.row) + plot.fontSize;
    const words = svgText(note.lines, {
      x: note.toTheRight ? note.x + DISTANCE : note.x - DISTANCE,
      y: firstLine,
      anchor: note.toTheRight ? 'start' : 'end',
      lineHeight: plot.lineHeight,
    });
    // The line of the note higher up runs past this one.
    const hasLine = notes.findIndex(({ x }) => x === note.x) < order;
    if (hasLine) return [words];
    return [...verticalStroke(note.kind, note.x, firstLine - plot.fontSize * 0.8, plot.bottom), words];
  });
}

/** The space that the vertical lines take up inside the plot, for labels to keep clear of. */
export function noteBoxes(notes: readonly EventNote[], plot: Plot): Box[] {
  return notes.map((note) => ({ left: note.x - 2, right: note.x + 2, top: plot.top, bottom: plot.bottom }));
}

/** All that is to be said above the plot, from left to right: notes at their period, the rest before it. */
function wordsAbove(
  { points }: TimeSeriesChartSpec,
  across: PlotWidth,
): { x: number; kind: VerticalKind; text: string }[] {
  return points.flatMap(({ note, breakBefore, newLimits }, index) => {
    const [before, at] = [across.x(index) - across.step / 2, across.x(index)];
    // Where the series breaks too, its double line stands for both.
    const kindOfStart = breakBefore ? 'break' : 'new limits';
    return [
      ...(breakBefore ? [{ x: before, kind: 'break' as const, text: breakBefore }] : []),
      ...(newLimits ? [{ x: before, kind: kindOfStart, text: newLimits } as const] : []),
      ...(note ? [{ x: at, kind: 'event' as const, text: note }] : []),
    ];
  });
}
