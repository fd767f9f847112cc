import { scaleLinear } from 'd3-scale';
import { isControlChart, latestLimitLines } from './process-limits.js';
import { inTwoLines, textWidth, wrapText } from './text-fit.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';
import { valueRange } from './value-range.js';
import { figureText, valueText } from './value-text.js';

/** Room above the plot for the label of a point that touches its top edge. */
const TOP_LABEL_ROOM = 26;

/** From the plot to the labels beside it. */
const SIDE_LABEL_DISTANCE = 8;

/** How far from the plot's edge the middle of the outermost period is taken to be, at most. */
const PERIOD_INSET = 8;

/** Widest a label beside the plot may be before it is broken into lines. */
const SIDE_LABEL_WIDTH = 112;

const SIZES = {
  wide: { width: 720, plotHeight: 270, fontSize: 16, labelsBesidePlot: true },
  narrow: { width: 320, plotHeight: 220, fontSize: 14, labelsBesidePlot: false },
};

/**
 * Where things go from left to right, in the units of the drawing (one is about a pixel at
 * full size). It is settled before the height, which depends on how words fit into the width.
 */
export interface PlotWidth {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  /** Distance from one period to the next. */
  readonly step: number;
  /** True where the right margin has room for the labels of lines that reach it. */
  readonly labelsBesidePlot: boolean;
  /** From the plot to those labels. */
  readonly sideLabelDistance: number;
  readonly ticks: readonly number[];
  /** Centre of a period, counted from 0. */
  x(index: number): number;
}

/** Where everything goes. The origin is the top left corner, so a higher figure has a smaller y. */
export interface Plot extends PlotWidth {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  y(value: number): number;
}

/** Leaves as much room at the sides as the words there need, and shares the rest among the periods. */
export function layOutWidth(spec: TimeSeriesChartSpec): PlotWidth {
  const { width, fontSize, labelsBesidePlot } = SIZES[spec.size ?? 'wide'];
  const { ticks } = valueRange(spec);
  const tickWidth = Math.max(...ticks.map((tick) => textWidth(valueText(tick, spec.unit), fontSize)));
  const periodWidth = Math.max(0, ...spec.points.map((point) => periodLabelWidth(point.label, fontSize)));
  const sideLabelWidth = labelsBesidePlot ? widestSideLabel(spec, fontSize) : 0;

  const share = (inset: number, distance: number) => {
    const left = Math.max(tickWidth + 12, periodWidth / 2 - inset);
    const right = width - Math.max(sideLabelWidth + distance + 2, periodWidth / 2 - inset, 12);
    return { left, right, step: (right - left) / Math.max(1, spec.points.length) };
  };
  // Where periods are close together, the labels of the last one need more room than at first thought.
  const roomy = share(PERIOD_INSET, SIDE_LABEL_DISTANCE);
  const inset = Math.min(PERIOD_INSET, roomy.step / 2 + 2);
  const sideLabelDistance = SIDE_LABEL_DISTANCE + latestFigureOverhang(spec, fontSize, roomy.step);
  const { left, right, step } = share(inset, sideLabelDistance);
  return {
    width,
    left,
    right,
    fontSize,
    lineHeight: Math.round(fontSize * 1.25),
    step,
    labelsBesidePlot,
    sideLabelDistance,
    ticks,
    x: (index) => left + (index + 0.5) * step,
  };
}

/**
 * Adds the height.
 *
 * @param noteLines how many lines of notes stand above the plot
 */
export function layOutPlot(spec: TimeSeriesChartSpec, across: PlotWidth, noteLines: number): Plot {
  const { plotHeight } = SIZES[spec.size ?? 'wide'];
  const top = across.lineHeight * (1 + noteLines) + TOP_LABEL_ROOM;
  const bottom = top + plotHeight;
  const scale = scaleLinear().domain(valueRange(spec).domain).range([bottom, top]);
  return {
    ...across,
    top,
    bottom,
    height: bottom + 2 * across.lineHeight + 12,
    y: (value) => scale(value),
  };
}

/** The lines of a label that stands beside the plot. */
export function sideLabelLines(label: string, fontSize: number): string[] {
  return wrapText(label, SIDE_LABEL_WIDTH, fontSize);
}

/** How wide a period's label is when broken in two. */
export function periodLabelWidth(label: string, fontSize: number): number {
  return Math.max(...inTwoLines(label).map((line) => textWidth(line, fontSize)));
}

/**
 * How far the latest figure in numbers runs past the plot. It matters on a control chart, whose
 * average is labelled just where the latest figure tends to be.
 */
function latestFigureOverhang(spec: TimeSeriesChartSpec, fontSize: number, step: number): number {
  const latest = spec.points.at(-1);
  if (!latest || !isControlChart(spec)) return 0;
  return Math.max(0, (textWidth(figureText(latest, spec.unit), fontSize) - step) / 2);
}

function widestSideLabel(spec: TimeSeriesChartSpec, fontSize: number): number {
  const last = spec.points.length - 1;
  const reachingMargin = [...(spec.targets ?? []), ...latestLimitLines(spec)].filter(
    (line) => line.toIndex >= last,
  );
  const labelled = [...reachingMargin, ...(spec.baseline ? [spec.baseline] : [])];
  const lines = labelled.flatMap(({ label }) => sideLabelLines(label, fontSize));
  return Math.max(0, ...lines.map((line) => textWidth(line, fontSize)));
}
