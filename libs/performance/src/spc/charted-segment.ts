import type { ChartKind, ChartReason } from './chart-choice.js';
import type { LimitsStage, Rebase } from './limits-life.js';
import type { ProcessLimits } from './xmr.js';

/** Limits over some quarters, worked out anew after each break and each rebase. */
export interface ChartedSegment {
  /** First quarter, and the one after the last, as indexes of the series. */
  readonly from: number;
  readonly until: number;
  readonly stage: LimitsStage;
  /** Null where no limits are drawn. */
  readonly kind: ChartKind | null;
  readonly reason: ChartReason | NoLimitsReason;
  /** One for each quarter of the segment; null where no limits are drawn. */
  readonly limits: readonly ProcessLimits[] | null;
  readonly rebase: Rebase | null;
}

export type NoLimitsReason = 'no-method' | 'rolling-total' | 'too-few-points' | 'rare-events';
