import type { TimeSeriesChartSpec, TimeSeriesPoint } from '../charts/time-series-spec.js';

/** Points of one figure each. */
export function pointsOf(...values: readonly (number | null)[]): TimeSeriesPoint[] {
  return values.map((value, index) => ({ label: `Q${index + 1}`, value }));
}

/** A small chart, with changes. */
export function specOf(changes: Partial<TimeSeriesChartSpec> = {}): TimeSeriesChartSpec {
  return {
    id: 'burglary',
    title: 'Line chart of burglary by quarter',
    description: 'Burglary rose from 10 to 40.',
    unit: 'offences',
    points: pointsOf(10, 20, 30, 40),
    ...changes,
  };
}

/** The attributes of every element of one name, in the order they are drawn. */
export function drawn(svg: string, name: string): Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<${name}((?: [\\w-]+="[^"]*")*)>`, 'g'))].map((element) =>
    Object.fromEntries(
      [...(element[1] ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map((pair) => [pair[1], pair[2]]),
    ),
  );
}

/** Every run of text on the drawing, whole lines joined. */
export function words(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((text) =>
    (text[1] ?? '').replace(/<\/tspan><tspan[^>]*>/g, ' ').replace(/<[^>]*>/g, ''),
  );
}
