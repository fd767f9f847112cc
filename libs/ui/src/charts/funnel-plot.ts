import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { FunnelChartSpec } from './funnel-spec.js';
import { textWidth } from './text-fit.js';

const SIZES = {
  wide: { width: 720, plotHeight: 320, fontSize: 16, rateSteps: 6, populationSteps: 6 },
  narrow: { width: 320, plotHeight: 260, fontSize: 14, rateSteps: 5, populationSteps: 3 },
};

/** Where everything goes; the origin is the top left corner. */
export interface FunnelPlot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly rateTicks: readonly number[];
  readonly populationTicks: readonly number[];
  x(population: number): number;
  y(rate: number): number;
}

/** Leaves as much room at the sides as the words there need. */
export function layOutFunnel(spec: FunnelChartSpec): FunnelPlot {
  const { width, plotHeight, fontSize, rateSteps, populationSteps } = SIZES[spec.size ?? 'wide'];
  const lineHeight = Math.round(fontSize * 1.25);
  // Limits of the smallest areas may lie far above every point, and are cut off there.
  const highest = Math.max(spec.groupRate, ...spec.points.map(({ rate }) => rate));
  const rates = scaleLinear()
    .domain([0, highest > 0 ? highest * 1.1 : 1])
    .nice(rateSteps);
  const [fewest = 0, most = 1] = extent(spec.points.map(({ population }) => population));
  const inset = Math.max((most - fewest) * 0.06, most * 0.02);
  const populations = scaleLinear().domain([Math.max(0, fewest - inset), most + inset]);
  const rateTicks = rates.ticks(rateSteps);
  const labels = [spec.groupLabel, spec.innerLabel, spec.outerLabel];
  const left = Math.max(...rateTicks.map((tick) => textWidth(writtenNumber(tick), fontSize))) + 12;
  const right = width - Math.max(...labels.map((label) => textWidth(label, fontSize))) - 8;
  const top = lineHeight * 2;
  const bottom = top + plotHeight;
  rates.range([bottom, top]);
  populations.range([left, right]);
  return {
    ...{ width, left, right, top, bottom, fontSize, lineHeight, rateTicks },
    height: bottom + 2 * lineHeight + 12,
    populationTicks: populations.ticks(populationSteps),
    x: (population) => populations(population),
    y: (rate) => rates(rate),
  };
}

/** “7.6”, “150,000”. */
export function writtenNumber(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}
