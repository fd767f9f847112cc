/** One period of a measure. */
export interface TimeSeriesPoint {
  /** The period, such as `Apr to Jun 2026`. Periods are drawn at equal distances, in this order. */
  readonly label: string;
  /** The figure, or null where there is none: the line then breaks and nothing stands in its place. */
  readonly value: number | null;
  /**
   * The shorthand for a figure to be read with care, without its brackets: `r` revised,
   * `p` provisional, `e` estimated, `b` break in the series. Drawn hollow, and written beside the point.
   */
  readonly mark?: 'r' | 'p' | 'e' | 'b' | undefined;
  /** Something that happened then and bears on the figures, in a few words. */
  readonly note?: string | undefined;
  /** The figure is out of the ordinary (special cause): drawn in a shape of its own. */
  readonly signal?: SignalMark | undefined;
  /** The series breaks before this period, and why: the line is not joined, and these words stand above. */
  readonly breakBefore?: string | undefined;
  /** The limits start anew with this period, and why: these words stand above. */
  readonly newLimits?: string | undefined;
}

/** What a point of special cause means for the measure, and which way it went. */
export interface SignalMark {
  /** Neutral where neither way is good by itself. */
  readonly meaning: 'better' | 'worse' | 'neutral';
  readonly towards: 'higher' | 'lower';
}

/** What is usual for the process in one period. */
export interface PeriodLimits {
  readonly mean: number;
  /** May be below zero; the drawing stops at zero where the figures cannot be negative. */
  readonly lower: number;
  readonly upper: number;
}

/** The limits of a process over some periods; worked out anew after each break or new start. */
export interface LimitsSegment {
  /** First and last period, counted from 0, both included. */
  readonly fromIndex: number;
  readonly toIndex: number;
  /** Fewer than 12 points: the limits are a trial and are drawn and named so. */
  readonly trial: boolean;
  /** One for each period of the segment, in order: a u- or p-chart has other limits at each point. */
  readonly limits: readonly PeriodLimits[];
}

/** A level to reach, over the periods in which it was the one to reach. */
export interface TargetLine {
  /** All the words beside the line, such as `Target: 45 or fewer`. */
  readonly label: string;
  readonly value: number;
  /** First and last period it applies to, counted from 0, both included. */
  readonly fromIndex: number;
  readonly toIndex: number;
}

/** A level to compare with, drawn over the whole chart. */
export interface BaselineLine {
  readonly label: string;
  readonly value: number;
}

/** Everything the drawing needs, and nothing that has to be looked up. */
export interface TimeSeriesChartSpec {
  /** Unique in the page; a letter first, then letters, digits, `-` and `_`. */
  readonly id: string;
  /** Names the picture to those who hear it, such as `Line chart of residential burglary by quarter`. */
  readonly title: string;
  /** What the picture shows, in a sentence or two, for the same readers. */
  readonly description: string;
  /** What is counted, such as `offences`; `%` is written behind each number instead. */
  readonly unit: string;
  readonly points: readonly TimeSeriesPoint[];
  readonly targets?: readonly TargetLine[] | undefined;
  readonly baseline?: BaselineLine | undefined;
  /** What is usual for the process, which makes this a statistical process control chart. */
  readonly limits?: readonly LimitsSegment[] | undefined;
  /** `wide` (the default) for the column of a page, `narrow` for phones. */
  readonly size?: 'wide' | 'narrow' | undefined;
}
