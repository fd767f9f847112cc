import type { FinancialQuarter, Id } from '@lib/kernel';
import type { FigureEntry } from './figure-entry.js';

export type ReturnState = 'draft' | 'submitted' | 'returned' | 'approved' | 'accepted';

/** Why an accepted figure is corrected. */
export const RESTATEMENT_KINDS = ['error', 'late-data', 'method-change'] as const;

export interface Restatement {
  readonly returnId: Id;
  readonly kind: (typeof RESTATEMENT_KINDS)[number];
  readonly reason: string;
}

/** What one authority reports on one form for one quarter. */
export interface QuarterlyReturn {
  readonly id: Id;
  readonly partnershipId: Id;
  readonly authorityId: Id;
  /** The form that is answered, and the version of it that applies in the quarter. */
  readonly formId: Id;
  readonly formVersionId: Id;
  readonly quarter: FinancialQuarter;
  /** 1 for the first return; a later one corrects it. */
  readonly revision: number;
  /** The accepted return that this one corrects; null for a first one. */
  readonly restates: Restatement | null;
  readonly state: ReturnState;
  /** Counts every change, so that a page can say which one it was made from. */
  readonly version: number;
}

/** One thing that is asked, frozen when the quarter opened: a later change of the plan does not reach it. */
export interface ReturnLine {
  readonly id: Id;
  readonly number: number;
  readonly measureId: Id;
  readonly definitionId: Id;
  readonly targetId: Id | null;
  readonly label: string;
  readonly unit: string;
  readonly wording: string;
  /** Whether one figure is asked for, or one for each month. */
  readonly countedBy: 'quarter' | 'month';
}

/** What is said on a line and by whom. */
export interface EnteredFigure {
  readonly lineId: Id;
  readonly entry: FigureEntry;
  readonly enteredBy: Id;
  /** Why what the checks found is right all the same; null where nobody had to say so. */
  readonly rightBecause: string | null;
  /** What they found when the return was sent; null in a draft, where it is worked out anew, or for nothing. */
  readonly found: readonly string[] | null;
}

/** What happened, why, and what is done next: on a line, or with null on the return as a whole. */
export interface Commentary {
  readonly lineId: Id | null;
  readonly wording: string;
}

/** A decision on a return: by whom, on which content. */
export interface ReturnDecision {
  readonly leadsTo: Exclude<ReturnState, 'draft'>;
  readonly by: Id;
  readonly contentSha256: string;
}

/** While a return is with the officers of its authority, its figures can be changed. */
export function isOpen(state: ReturnState): boolean {
  return state === 'draft' || state === 'returned';
}
