import { chartFrame } from './chart-frame.js';
import { chartPalette } from './chart-palette.js';
import { type FunnelPlot, layOutFunnel, writtenNumber } from './funnel-plot.js';
import { funnelPoints } from './funnel-points.js';
import type { FunnelChartLimits, FunnelChartSpec } from './funnel-spec.js';
import { element, type SvgMarkup, tenths } from './svg-markup.js';
import { svgText } from './svg-text.js';

/**
 * Draws areas by their rate over their size as an SVG picture, with the limits within which chance alone leaves them:
 * a plain list of rates makes small areas look best and worst. Rates start at zero. Nothing is told by colour alone:
 * what lies where has a shape of its own, and each line its own pattern and label. The figures belong in a table
 * beneath it. It holds no script and no `style`, and every word in it is escaped.
 */
export function funnelChart(spec: FunnelChartSpec): string {
  const plot = layOutFunnel(spec);
  return chartFrame(spec, plot, [
    ...rateAxis(spec, plot),
    ...populationAxis(spec, plot),
    ...curves(spec.outer, plot, '2 5'),
    ...curves(spec.inner, plot, '8 5'),
    line(plot.left, plot.y(spec.groupRate), plot.right, plot.y(spec.groupRate), chartPalette.baseline, 1.5),
    ...lineLabels(spec, plot),
    ...funnelPoints(spec, plot),
  ]);
}

function rateAxis({ rateUnit }: FunnelChartSpec, plot: FunnelPlot): SvgMarkup[] {
  return [
    ...plot.rateTicks.flatMap((tick) => [
      line(
        plot.left,
        plot.y(tick),
        plot.right,
        plot.y(tick),
        tick === 0 ? chartPalette.axis : chartPalette.gridline,
        1,
      ),
      svgText(writtenNumber(tick), {
        x: plot.left - 8,
        y: plot.y(tick) + plot.fontSize * 0.35,
        anchor: 'end',
      }),
    ]),
    svgText(rateUnit, { x: 0, y: plot.fontSize }),
  ];
}

function populationAxis({ populationUnit }: FunnelChartSpec, plot: FunnelPlot): SvgMarkup[] {
  const y = plot.bottom + plot.lineHeight + 4;
  return [
    ...plot.populationTicks.flatMap((tick) => [
      line(plot.x(tick), plot.bottom, plot.x(tick), plot.bottom + 5, chartPalette.axis, 1),
      svgText(writtenNumber(tick), { x: plot.x(tick), y, anchor: 'middle' }),
    ]),
    svgText(populationUnit, { x: (plot.left + plot.right) / 2, y: y + plot.lineHeight, anchor: 'middle' }),
  ];
}

/** The upper and the lower limit, as far as they are on the plot. */
function curves(limits: readonly FunnelChartLimits[], plot: FunnelPlot, dashes: string): SvgMarkup[] {
  return (['upper', 'lower'] as const).map((end) =>
    element('path', {
      d: limits
        .map((at, index) => {
          const y = Math.min(plot.bottom, Math.max(plot.top, plot.y(at[end])));
          return `${index === 0 ? 'M' : 'L'}${tenths(plot.x(at.population))} ${tenths(y)}`;
        })
        .join(' '),
      fill: 'none',
      stroke: chartPalette.limits,
      'stroke-width': 1.5,
      'stroke-dasharray': dashes,
    }),
  );
}

/** The labels of the upper lines at their ends, pushed apart upwards where the funnel is narrow. */
function lineLabels(spec: FunnelChartSpec, plot: FunnelPlot): SvgMarkup[] {
  const ends = [
    { label: spec.groupLabel, rate: spec.groupRate },
    { label: spec.innerLabel, rate: spec.inner.at(-1)?.upper ?? spec.groupRate },
    { label: spec.outerLabel, rate: spec.outer.at(-1)?.upper ?? spec.groupRate },
  ];
  let lowest = plot.bottom + plot.lineHeight;
  return ends.map(({ label, rate }) => {
    const wanted = Math.max(plot.top, plot.y(rate)) + plot.fontSize * 0.35;
    lowest = Math.min(wanted, lowest - plot.lineHeight);
    return svgText(label, { x: plot.right + 6, y: lowest });
  });
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width: number): SvgMarkup {
  return element('line', { x1, x2, y1, y2, stroke, 'stroke-width': width });
}
