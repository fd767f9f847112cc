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
  /** `wide` (the default) for the column of a page, `narrow` for phones. */
  readonly size?: 'wide' | 'narrow' | undefined;
}
