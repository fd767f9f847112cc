import { periodAxis, valueAxis } from './axes.js';
import { chartFrame } from './chart-frame.js';
import { refuseWhatCannotBeDrawn } from './drawable.js';
import { eventNotes, noteBoxes, noteRowCount, placeNotes } from './event-notes.js';
import { limitStrokes } from './limit-strokes.js';
import { layOutPlot, layOutWidth, type Plot } from './plot.js';
import { latestLimitLines, limitLines } from './process-limits.js';
import { referenceLabels } from './reference-labels.js';
import { referenceLines, referenceStrokes } from './reference-lines.js';
import { seriesPoints } from './series-points.js';
import { seriesBoxes, seriesLine } from './series.js';
import { stepBoxes } from './step-drawing.js';
import type { SvgMarkup } from './svg-markup.js';
import { svgText } from './svg-text.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';
import { placeValueLabels, valueLabels } from './value-labels.js';

/**
 * Draws the figures of one measure over time as an SVG picture, ready to be put into a page.
 *
 * The same values always give the same text. The value axis starts at zero, all words are
 * horizontal, each line carries its own label, and nothing is told by colour alone. The picture
 * has a name and a description for those who hear it; the figures belong in a table beneath it.
 * It holds no script and no `style`, and every word in it is escaped.
 *
 * @throws RangeError when the id would not do as an id, a target or limits lie outside the periods,
 *   or limits are not one finite set for each period
 */
export function timeSeriesChart(spec: TimeSeriesChartSpec): string {
  refuseWhatCannotBeDrawn(spec);
  const across = layOutWidth(spec);
  const notes = placeNotes(spec, across);
  const plot = layOutPlot(spec, across, noteRowCount(notes));
  const levels = referenceLines(spec);
  const limits = limitLines(spec);
  const figures = placeValueLabels(spec, plot);
  const taken = {
    strokes: [
      ...seriesBoxes(spec, plot),
      ...noteBoxes(notes, plot),
      ...[...levels, ...limits].flatMap((line) => stepBoxes(line, plot)),
    ],
    words: figures.map((figure) => figure.box),
  };
  return chartFrame(spec, plot, [
    // Later pieces lie over earlier ones: words over points over lines over the grid.
    ...valueAxis(spec, plot),
    ...periodAxis(spec, plot),
    ...eventNotes(notes, plot),
    ...limitStrokes(limits, plot),
    ...referenceStrokes(levels, plot),
    ...seriesLine(spec, plot),
    ...seriesPoints(spec, plot),
    ...referenceLabels([...latestLimitLines(spec), ...levels], spec, plot, taken),
    ...valueLabels(figures),
    ...emptyMessage(spec, plot),
  ]);
}

/** An empty grid looks like a fault; words say that it is not. */
function emptyMessage(spec: TimeSeriesChartSpec, plot: Plot): SvgMarkup[] {
  if (spec.points.some((point) => point.value !== null)) return [];
  return [
    svgText('No figures yet', {
      x: (plot.left + plot.right) / 2,
      y: (plot.top + plot.bottom) / 2,
      anchor: 'middle',
    }),
  ];
}
