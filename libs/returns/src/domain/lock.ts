import type { CalendarDate } from '@lib/kernel';
import { type Period, periodState, type Reopening } from './period.js';
import { isOpen, type QuarterlyReturn } from './quarterly-return.js';
import { stateInWords } from './return-transitions.js';

/** Why the figures of a return cannot be changed now. */
export type LockReason =
  | 'waiting-for-approval'
  | 'approved'
  | 'accepted'
  | 'period-closed'
  | 'first-entry-over'
  | 'corrections-over';

/** A lock in words: what holds, and who can do what about it. */
export interface Lock {
  readonly reason: LockReason;
  readonly words: string;
}

const OF_STATE = {
  submitted: 'waiting-for-approval',
  approved: 'approved',
  accepted: 'accepted',
} as const;

const REOPEN = 'The partnership analyst can reopen the quarter for this authority until a day.';

/**
 * Why a window is closed; the day follows where there is one.
 * @refusals
 */
const WINDOWS = {
  'period-closed': `The quarter is closed. ${REOPEN}`,
  'first-entry-over': `The last day for first figures of this quarter has passed. ${REOPEN}`,
  'corrections-over': `The last day for corrections of this quarter has passed. ${REOPEN}`,
} as const;

/**
 * Why a return is locked; null while its figures can be changed. Three dates are three things: after `dueOn` a return
 * is late and not locked, after `lastNewOn` first figures are closed, after `lastEditOn` corrections are.
 *
 * @param reopening of the quarter for the return's authority, whether it has ended or not
 */
export function lockOf(
  { state, revision }: Pick<QuarterlyReturn, 'state' | 'revision'>,
  period: Period,
  reopening: Reopening | null,
  today: CalendarDate,
): Lock | null {
  if (!isOpen(state)) return { reason: OF_STATE[state as keyof typeof OF_STATE], words: stateInWords(state) };
  if (reopening && today <= reopening.expiresOn) return null;
  if (periodState(period) === 'closed') return { reason: 'period-closed', words: WINDOWS['period-closed'] };
  const { lastNewOn, lastEditOn } = period;
  if (revision === 1 && lastNewOn && today > lastNewOn)
    return {
      reason: 'first-entry-over',
      words: `${WINDOWS['first-entry-over']} It was ${lastNewOn}.`,
    };
  if (revision > 1 && lastEditOn && today > lastEditOn)
    return {
      reason: 'corrections-over',
      words: `${WINDOWS['corrections-over']} It was ${lastEditOn}.`,
    };
  return null;
}
