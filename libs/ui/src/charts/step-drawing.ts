import type { Box } from './free-space.js';
import type { Plot } from './plot.js';
import { levelsOf, type StepLine } from './step-line.js';
import { tenths } from './svg-markup.js';

/** Where the line begins and ends: half a step outside its first and last period. */
export function reach(line: StepLine, plot: Plot): { readonly from: number; readonly to: number } {
  return { from: plot.x(line.fromIndex) - plot.step / 2, to: plot.x(line.toIndex) + plot.step / 2 };
}

/** How high and how low the line runs on the drawing between two places from left to right. */
export function runBetween(
  line: StepLine,
  left: number,
  right: number,
  plot: Plot,
): { readonly top: number; readonly bottom: number } {
  const [fromIndex, toIndex] = [periodAt(line, left, plot), periodAt(line, right, plot)];
  const heights = levelsOf({ ...line, fromIndex, toIndex }).map((level) => plot.y(level));
  return { top: Math.min(...heights), bottom: Math.max(...heights) };
}

/** The course of the line as path data. */
export function stepPath(line: StepLine, plot: Plot): string {
  const { from, to } = reach(line, plot);
  const levels = levelsOf(line);
  const steps = levels.slice(1).flatMap((level, before) => {
    if (level === levels[before]) return [];
    return [`H${tenths(from + (before + 1) * plot.step)}V${tenths(plot.y(level))}`];
  });
  return `M${tenths(from)},${tenths(plot.y(levels[0] ?? 0))}${steps.join('')}H${tenths(to)}`;
}

/** The space that the line takes up, for labels to keep clear of: a box for each stretch of one level. */
export function stepBoxes(line: StepLine, plot: Plot): Box[] {
  const { from } = reach(line, plot);
  const levels = levelsOf(line);
  const starts = [...levels.keys()].filter((offset) => offset === 0 || levels[offset] !== levels[offset - 1]);
  return starts.map((start, stretch) => {
    const end = starts[stretch + 1] ?? levels.length;
    const y = plot.y(levels[start] ?? 0);
    return { left: from + start * plot.step, right: from + end * plot.step, top: y - 2, bottom: y + 2 };
  });
}

/** The period of the line that is nearest. */
function periodAt(line: StepLine, x: number, plot: Plot): number {
  const index = Math.round((x - plot.x(0)) / plot.step);
  return Math.max(line.fromIndex, Math.min(index, line.toIndex));
}
