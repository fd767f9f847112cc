/** An area in a funnel. */
export interface FunnelChartPoint {
  /** What the area is called; written beside its point where it is the looked-at one. */
  readonly name: string;
  readonly population: number;
  readonly rate: number;
  /** Where it lies: inside both limits, beyond the inner ones, beyond the outer ones. */
  readonly lies: 'inside' | 'beyond-inner' | 'beyond-outer';
  readonly isOwn: boolean;
}

/** Between which rates areas of a size lie by chance. */
export interface FunnelChartLimits {
  readonly population: number;
  readonly lower: number;
  readonly upper: number;
}

/** A funnel: rates over population, with limits that close in as areas grow. */
export interface FunnelChartSpec {
  /** Becomes part of element ids, so it must be unique in the page. */
  readonly id: string;
  /** What the picture is, for those who hear it. */
  readonly title: string;
  readonly description: string;
  readonly size?: 'wide' | 'narrow';
  /** Above the axis of rates: "per 1,000 residents". */
  readonly rateUnit: string;
  /** Under the axis of populations: "Residents". */
  readonly populationUnit: string;
  readonly points: readonly FunnelChartPoint[];
  /** The rate of the whole group. */
  readonly groupRate: number;
  readonly groupLabel: string;
  /** In the order of population. */
  readonly inner: readonly FunnelChartLimits[];
  readonly outer: readonly FunnelChartLimits[];
  readonly innerLabel: string;
  readonly outerLabel: string;
}
