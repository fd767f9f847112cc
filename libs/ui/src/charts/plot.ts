import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { inTwoLines, textWidth, wrapText } from './text-fit.js';
import type { TimeSeriesChartSpec } from './time-series-spec.js';
import { valueText } from './value-text.js';

/** About how many steps the value axis has. d3 picks the nearest count of round numbers. */
const WANTED_TICKS = 5;

/** Room above the plot for the label of a point that touches its top edge. */
const TOP_LABEL_ROOM = 26;

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

  const left = Math.max(tickWidth + 12, periodWidth / 2 - 8);
  const right = width - Math.max(sideLabelWidth + 10, periodWidth / 2 - 8, 12);
  const step = (right - left) / Math.max(1, spec.points.length);
  return {
    width,
    left,
    right,
    fontSize,
    lineHeight: Math.round(fontSize * 1.25),
    step,
    labelsBesidePlot,
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

/** From zero, always: a line that starts elsewhere makes small changes look large. */
function valueRange(spec: TimeSeriesChartSpec): { domain: [number, number]; ticks: number[] } {
  const figures = spec.points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const levels = [...(spec.targets ?? []), ...(spec.baseline ? [spec.baseline] : [])].map(
    (line) => line.value,
  );
  const [lowest = 0, highest = 0] = extent([0, ...figures, ...levels]);
  const scale = scaleLinear()
    .domain([lowest, highest > lowest ? highest : lowest + 1])
    .nice(WANTED_TICKS);
  const wholeNumbersOnly = figures.every(Number.isInteger);
  const [from = 0, to = 1] = scale.domain();
  return {
    domain: [from, to],
    // Half an offence cannot happen, so it is no step of a scale of offences.
    ticks: scale.ticks(WANTED_TICKS).filter((tick) => !wholeNumbersOnly || Number.isInteger(tick)),
  };
}

function widestSideLabel(spec: TimeSeriesChartSpec, fontSize: number): number {
  const last = spec.points.length - 1;
  const labels = [
    ...(spec.targets ?? []).filter((target) => target.toIndex >= last).map((target) => target.label),
    ...(spec.baseline ? [spec.baseline.label] : []),
  ];
  const lines = labels.flatMap((label) => sideLabelLines(label, fontSize));
  return Math.max(0, ...lines.map((line) => textWidth(line, fontSize)));
}
