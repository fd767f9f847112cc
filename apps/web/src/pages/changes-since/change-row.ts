import type { CalendarDate } from '@lib/kernel';
import type { BoardMeeting } from '@lib/reporting';
import { formatDate } from '@lib/ui';

/** One thing that has changed, in words. */
export interface ChangeRow {
  readonly what: string;
  readonly href: string;
  readonly before: string;
  readonly after: string;
  /** Why, with the decision it rests on; null where that is not said. */
  readonly why: string | null;
  /** Who did it; null where nobody did, and for what the service worked out. */
  readonly by: string | null;
  readonly on: CalendarDate;
}

/** Why, and by which decision of the board; null where neither is said. */
export function because(reason: string | null, decision: BoardMeeting | null): string | null {
  const decided = decision && `${decision.meeting}, ${formatDate(decision.on)}`;
  return reason && decided ? `${reason} (${decided})` : (reason ?? decided);
}
