import { DomainError, type FinancialQuarter, type Id } from '@lib/kernel';

/**
 * A mark on a measure's chart, from a quarter on.
 * - `series-break`: from here on it is counted another way; nothing is compared across it;
 * - `event`: something that bears on the figures; it is drawn and changes nothing;
 * - `new-limits`: the process has changed for a known cause, and limits start anew.
 */
export interface ChartMark {
  readonly id: Id;
  readonly measureId: Id;
  readonly quarter: FinancialQuarter;
  readonly kind: 'series-break' | 'event' | 'new-limits';
  /** Why, in a few words that stand on the chart. */
  readonly words: string;
  /** Who decided on new limits, and when; null for the other kinds. */
  readonly approvedBy: string | null;
}

/** Words on a chart are few. */
export const LONGEST_MARK = 80;

/** Refuses a mark without words, or new limits without who decided on them. */
export function requireMarkInWords({ kind, words, approvedBy }: ChartMark): void {
  if (words.trim() === '' || words.length > LONGEST_MARK)
    throw new DomainError(
      'invalid',
      'plans.mark-words',
      `Say what the mark is for in 1 to ${LONGEST_MARK} characters.`,
    );
  if ((kind === 'new-limits') !== Boolean(approvedBy?.trim()))
    throw new DomainError(
      'invalid',
      'plans.mark-approval',
      'New limits need who decided on them; other marks have no such decision.',
    );
}
