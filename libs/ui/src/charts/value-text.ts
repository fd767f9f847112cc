import { formatCount } from '../filters/format-count.js';
import type { TimeSeriesPoint } from './time-series-spec.js';

/** A figure as it is written on a chart: commas in thousands, and `%` behind a percentage. */
export function valueText(value: number, unit: string): string {
  return `${formatCount(value)}${unit === '%' ? '%' : ''}`;
}

/** A figure with its mark; nothing where there is no figure. */
export function figureText(point: TimeSeriesPoint, unit: string): string {
  if (point.value === null) return '';
  return [valueText(point.value, unit), markText(point)].filter(Boolean).join(' ');
}

/** The shorthand of a figure in its brackets, if it has one. */
export function markText(point: TimeSeriesPoint): string {
  return point.mark ? `[${point.mark}]` : '';
}
