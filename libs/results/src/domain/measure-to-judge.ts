import type { Decimal, FinancialQuarter, Id } from '@lib/kernel';
import type { Direction, MeasureKind, StatusRuleSet } from '@lib/performance';

/** An approved count of one measure in one quarter. */
export interface ApprovedFigure {
  readonly measureId: Id;
  readonly quarter: FinancialQuarter;
  readonly count: Decimal;
  /** Whether it corrects a figure that was accepted before. */
  readonly revised: boolean;
}

/** A measure as far as its year is worked out from it. */
export interface MeasureToJudge {
  readonly id: Id;
  readonly definition: {
    readonly kind: MeasureKind;
    readonly unit: string;
    readonly direction: Direction;
    readonly rollingTwelveMonths: boolean;
  };
  /** The counts it is worked out from in a quarter; none for a count. */
  readonly partsIn: (quarter: FinancialQuarter) => readonly Id[];
  readonly target: TargetToJudge | null;
  readonly marks: readonly MarkToHeed[];
  readonly statusRules: StatusRuleSet;
}

export interface TargetToJudge {
  readonly kind: string;
  readonly atLeast: Decimal | null;
  readonly atMost: Decimal | null;
  readonly baseline: { readonly financialYear: number; readonly restated: boolean } | null;
  readonly course:
    | { readonly kind: 'usual-shares' | 'flat' }
    | { readonly kind: 'seasonal'; readonly shares: readonly Decimal[] }
    | {
        readonly kind: 'explicit';
        readonly levels: readonly Decimal[];
        readonly reading: 'point' | 'cumulative';
      };
}

export interface MarkToHeed {
  readonly kind: 'series-break' | 'event' | 'new-limits';
  readonly quarter: FinancialQuarter;
  readonly words: string;
  readonly approvedBy: string | null;
}
