import { type CalendarDate, DomainError, type FinancialQuarter, type Id } from '@lib/kernel';

/** A quarter as the partnership reports it. Timely and locked are two things: `dueOn` locks nothing. */
export interface Period {
  readonly quarter: FinancialQuarter;
  /** When returns are made by themselves; null for a quarter that nobody has planned yet. */
  readonly opensOn: CalendarDate | null;
  readonly openedAt: Date | null;
  readonly dueOn: CalendarDate;
  /** Last day on which first figures are entered; null for no end. */
  readonly lastNewOn: CalendarDate | null;
  /** Last day on which accepted figures are corrected; null for no end. */
  readonly lastEditOn: CalendarDate | null;
  readonly closedAt: Date | null;
}

/** A closed window that is open again for one authority, until a day. */
export interface Reopening {
  readonly authorityId: Id;
  readonly reason: string;
  readonly expiresOn: CalendarDate;
}

export type PeriodState = 'draft' | 'scheduled' | 'open' | 'closed';

/** What state a period is in: a function of what happened to it, never set by itself. */
export function periodState({ opensOn, openedAt, closedAt }: Omit<Period, 'quarter'>): PeriodState {
  if (closedAt) return 'closed';
  if (openedAt) return 'open';
  return opensOn ? 'scheduled' : 'draft';
}

export type PeriodDates = Pick<Period, 'opensOn' | 'dueOn' | 'lastNewOn' | 'lastEditOn'>;

/**
 * Refuses dates that contradict one another or the law: a return falls due after its quarter has ended and by the
 * statutory date (SI 2007/1831), first figures end no earlier, and corrections no earlier than first figures.
 */
export function requireDatesInOrder(
  quarter: FinancialQuarter,
  { opensOn, dueOn, lastNewOn, lastEditOn }: PeriodDates,
): void {
  const refuse = (code: string, message: string) => {
    throw new DomainError('invalid', code, message);
  };
  if (dueOn < quarter.until || dueOn > quarter.statutoryDueOn)
    refuse(
      'returns.due-date',
      `Returns for ${quarter.name} fall due after it ends and by ${quarter.statutoryDueOn}, the statutory date.`,
    );
  if (opensOn && (opensOn < quarter.firstDay || opensOn > dueOn))
    refuse('returns.opening-date', 'A quarter opens between its first day and the day its returns fall due.');
  if (lastNewOn && lastNewOn < dueOn)
    refuse('returns.last-new-date', 'First figures can be entered at least until the day they fall due.');
  if (lastEditOn && lastEditOn < (lastNewOn ?? dueOn))
    refuse(
      'returns.last-edit-date',
      'Figures can be corrected at least as long as first ones can be entered.',
    );
}
