import { chartPalette } from './chart-palette.js';
import { sideLabelLines, type Plot } from './plot.js';
import type { LabelledLine } from './step-line.js';
import { element, type SvgMarkup } from './svg-markup.js';
import { svgText } from './svg-text.js';

/** A label, or several that touch, with its place from top to bottom. */
interface Stack {
  readonly labels: readonly MarginLabel[];
  readonly top: number;
  readonly height: number;
}

interface MarginLabel {
  readonly words: readonly string[];
  readonly height: number;
  /** Where its line ends. */
  readonly lineY: number;
}

/**
 * Labels lines in the right margin, from the top down, each as near to its line as the others allow.
 *
 * @param crowded as on a chart with limits, where up to five labels are wanted in one place: those
 *   that touch are moved both ways, and a leader ties each that was moved far to its line. Else the
 *   upper label keeps its place and pushes down the one below.
 */
export function marginLabels(lines: readonly LabelledLine[], crowded: boolean, plot: Plot): SvgMarkup[] {
  const labels = lines
    .toSorted((one, other) => other.valueAt(other.toIndex) - one.valueAt(one.toIndex))
    .map((line): MarginLabel => {
      const words = sideLabelLines(line.label, plot.fontSize);
      return { words, height: words.length * plot.lineHeight, lineY: plot.y(line.valueAt(line.toIndex)) };
    });
  return stacksOf(labels, crowded ? topOfTheWhole : topOfTheFirst, plot).flatMap((stack) => {
    let free = stack.top;
    return stack.labels.flatMap((label) => {
      const top = free;
      free += label.height;
      const words = svgText(label.words, {
        x: plot.right + plot.sideLabelDistance,
        y: top + plot.fontSize * 0.95,
        lineHeight: plot.lineHeight,
      });
      return crowded ? [...leader(label, top, plot), words] : [words];
    });
  });
}

/** Puts every label on its line, and joins to one stack those that would overlap. */
function stacksOf(
  labels: readonly MarginLabel[],
  topOf: (labels: readonly MarginLabel[], height: number, plot: Plot) => number,
  plot: Plot,
): Stack[] {
  const stacks: Stack[] = [];
  for (const label of labels) {
    let stack = stackOf([label]);
    for (let above = stacks.at(-1); above && above.top + above.height > stack.top; above = stacks.at(-1)) {
      stacks.pop();
      stack = stackOf([...above.labels, ...stack.labels]);
    }
    stacks.push(stack);
  }
  return stacks;

  function stackOf(together: readonly MarginLabel[]): Stack {
    const height = together.reduce((sum, label) => sum + label.height, 0);
    return { labels: together, height, top: Math.max(0, topOf(together, height, plot)) };
  }
}

function topOfTheFirst([first]: readonly MarginLabel[]): number {
  return first ? first.lineY - first.height / 2 : 0;
}

/** The mean of the places that each of the labels would have the stack take, inside the drawing. */
function topOfTheWhole(labels: readonly MarginLabel[], height: number, plot: Plot): number {
  let offset = 0;
  let sum = 0;
  for (const label of labels) {
    sum += label.lineY - label.height / 2 - offset;
    offset += label.height;
  }
  return Math.min(sum / labels.length, plot.height - height);
}

function leader(label: MarginLabel, top: number, plot: Plot): SvgMarkup[] {
  const middle = top + label.height / 2;
  if (Math.abs(middle - label.lineY) < plot.lineHeight / 2) return [];
  return [
    element('line', {
      x1: plot.right,
      x2: plot.right + plot.sideLabelDistance - 2,
      y1: label.lineY,
      y2: middle,
      stroke: chartPalette.axis,
      'stroke-width': 1,
    }),
  ];
}
