import { formatCount } from '../filters/format-count.js';

/** A figure as it is written on a chart: commas in thousands, and `%` behind a percentage. */
export function valueText(value: number, unit: string): string {
  return `${formatCount(value)}${unit === '%' ? '%' : ''}`;
}
