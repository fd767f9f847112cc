import type { CalendarDate } from '@lib/kernel';
import type { ReturnSheet } from '@lib/reporting';

/** What a page of the past cannot show: a draft is kept as it is now alone. */
export function notKeptOf({ state }: ReturnSheet): string | null {
  if (state === 'draft') return 'What was in a draft on a day is not kept, so no figures are shown.';
  return state === 'returned'
    ? 'What was in a draft on a day is not kept: these are the figures that were last sent.'
    : null;
}

/** Whether there are figures to show: what was in a draft on a day of the past is not kept. */
export function isKept({ state }: ReturnSheet, asAt: CalendarDate | null): boolean {
  return asAt === null || state !== 'draft';
}
