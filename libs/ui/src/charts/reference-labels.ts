import { labelsOnLines, type TakenSpace } from './line-labels.js';
import { marginLabels } from './margin-labels.js';
import type { Plot } from './plot.js';
import { isControlChart } from './process-limits.js';
import type { LabelledLine } from './step-line.js';
import type { SvgMarkup } from './svg-markup.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';

/**
 * Labels lines where they are, so that there is no legend to look up: in the right margin
 * where the line reaches it, else above or below the line, wherever least is covered.
 *
 * @param drawn the space that is already taken, by these lines too
 */
export function referenceLabels(
  lines: readonly LabelledLine[],
  spec: TimeSeriesChartSpec,
  plot: Plot,
  drawn: TakenSpace,
): SvgMarkup[] {
  const last = spec.points.length - 1;
  const inMargin = plot.labelsBesidePlot ? lines.filter((line) => line.toIndex >= last) : [];
  const onLine = lines.filter((line) => !inMargin.includes(line));
  const crowded = isControlChart(spec);
  return [...marginLabels(inMargin, crowded, plot), ...labelsOnLines(onLine, crowded, plot, drawn)];
}
