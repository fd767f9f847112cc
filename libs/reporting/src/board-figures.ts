import type { CalendarDate, FinancialQuarter, Id } from '@lib/kernel';
import type {
  Direction,
  FactsAsStored,
  MeasureKind,
  Observation,
  QuarterLevel,
  Rag,
  TargetStatus,
} from '@lib/performance';
import type { ShownMark } from './chart-marks.js';
import type { MeasureQuarter } from './measure-quarters.js';
import type { PublishedAs } from './published-as.js';

export interface BoardMeasure {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly direction: Direction;
  readonly rollingTwelveMonths: boolean;
  readonly priority: string | null;
  readonly priorityNumber: number | null;
  readonly owner: string;
  readonly status: TargetStatus;
  /** What the facts come to, in words. */
  readonly sentence: string;
  readonly facts: Omit<FactsAsStored, 'soFar' | 'sameQuarter' | 'rollingYear'>;
  /** What the target asks of each quarter by itself, April first; null where it has no number. */
  readonly quarterlyTarget: readonly QuarterLevel[] | null;
  /** What is declared beside the worked-out status and has not ended; null where nothing is. */
  readonly declared: { readonly rag: Rag; readonly reason: string; readonly expiresOn: CalendarDate } | null;
  /** The approved quarters and marks that its chart is drawn from; empty for one that is not among the worst. */
  readonly quarters: readonly MeasureQuarter[];
  readonly marks: readonly ShownMark[];
  /** Where it is published, whose breaks in the series are noted at the chart; null where nobody has said so, or no chart is drawn. */
  readonly publishedAs: PublishedAs | null;
  readonly target: BoardTarget | null;
  readonly latest: { readonly quarter: FinancialQuarter; readonly observation: Observation } | null;
}

export interface BoardTarget {
  readonly wording: string;
  /** What meets it, ends included. */
  readonly atLeast: string | null;
  readonly atMost: string | null;
  readonly baseline: string | null;
  readonly baselineExactness: 'exact' | 'back-calculated' | null;
  readonly baselineSource: string | null;
  readonly baselineRelease: string | null;
}

export interface LateReturn {
  readonly authority: string;
  /** The form that is answered; null where the partnership has one form only. */
  readonly form: string | null;
  readonly quarter: FinancialQuarter;
  readonly dueOn: CalendarDate;
}

/** What happened to a return after everybody else's was done. */
export interface ReturnChange {
  readonly authority: string;
  /** The form that is answered; null where the partnership has one form only, and for a reopening, which is for all. */
  readonly form: string | null;
  readonly quarter: FinancialQuarter;
  readonly what: 'reopened' | 'being-corrected' | 'corrected';
  readonly reason: string;
  /** When a reopening ends, or a correction was approved; null while it is on its way. */
  readonly on: CalendarDate | null;
}

export interface BoardFigures {
  readonly financialYear: number;
  /** Years that have results, newest first. */
  readonly years: readonly number[];
  /** A later year for which figures are approved already; null where there is none. */
  readonly newerYear: number | null;
  readonly plan: { readonly versionId: Id; readonly title: string; readonly source: string } | null;
  /** Where the year's approved figures were taken from, where that was recorded. */
  readonly figureSources: readonly { readonly source: string; readonly release: string | null }[];
  /** In the order of the plan. */
  readonly measures: readonly BoardMeasure[];
  readonly late: readonly LateReturn[];
  /** Quarters of the year that are open again for an authority, and accepted returns that were or are corrected. */
  readonly changes: readonly ReturnChange[];
}
