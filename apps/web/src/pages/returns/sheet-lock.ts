import type { CalendarDate } from '@lib/kernel';
import type { ReturnSheet } from '@lib/reporting';
import { type Lock, lockOf } from '@lib/returns';

/** Why a return's figures cannot be changed now, with who can do what about it; null while they can. */
export function lockOfSheet(sheet: ReturnSheet, today: CalendarDate): Lock | null {
  const { quarter, dueOn, lastNewOn, lastEditOn, closedAt, authorityId, reopening } = sheet;
  // A return is made when its quarter opens.
  const period = { quarter, opensOn: null, openedAt: new Date(0), dueOn, lastNewOn, lastEditOn, closedAt };
  return lockOf(sheet, period, reopening && { authorityId, ...reopening }, today);
}
