/** What `components/figure-grid.njk` shows and takes back for one line of a return. */
export interface FigureGridRow {
  /** Part of the ids and names of the row's fields: letters, digits and `-` only. */
  readonly lineId: string;
  readonly label: string;
  readonly unit: string;
  readonly definition?: string | undefined;
  readonly sameQuarterLastYear: { readonly text: string };
  readonly lastQuarter: { readonly text: string };
  readonly target: { readonly text: string } | null;
  /** What the newest release says, and which release; null where nothing is published. */
  readonly published?: { readonly text: string } | null;
  /** What stands in the box: as it was typed, so that nobody has to type it again. */
  readonly value: string;
  /** A box for each month in place of the one box; null where the quarter is counted as a whole. */
  readonly months?: readonly { readonly label: string; readonly value: string }[] | null;
  /** Why there is no figure: `not-available`, `not-applicable`, `suppressed`, or empty. */
  readonly kind?: string;
  readonly reason: string;
  readonly expectedOn: string;
  readonly errors: {
    readonly value?: string | undefined;
    readonly reason?: string | undefined;
    readonly expectedOn?: string | undefined;
    readonly rightBecause?: string | undefined;
  };
  /** What is unusual about the figure, each a whole sentence; a reason is asked for beside it. */
  readonly unusual?: readonly string[];
  readonly rightBecause?: string;
  /** The whole sentence about a figure that somebody else saved meanwhile. */
  readonly theirs?: { readonly text: string } | undefined;
}

/** The real names of the columns, such as `April to June 2025`; words stand in for those left out. */
export interface FigureGridHeadings {
  readonly sameQuarterLastYear?: string | undefined;
  readonly lastQuarter?: string | undefined;
  readonly target?: string | undefined;
  readonly value?: string | undefined;
}
