import type { CalendarDate } from '@lib/kernel';
import { daysBetween } from '@lib/kernel';
import type { SheetFigure, SheetState } from '@lib/reporting';
import { formatCount, formatDate } from '@lib/ui';

/** The states of a return as they read on screen. */
export const STATE_WORDS: Record<SheetState, { readonly text: string; readonly classes: string }> = {
  draft: { text: 'Draft', classes: 'govuk-tag--grey' },
  submitted: { text: 'Waiting for approval', classes: 'govuk-tag--blue' },
  returned: { text: 'Sent back to you', classes: 'govuk-tag--orange' },
  approved: { text: 'Approved', classes: 'govuk-tag--green' },
  accepted: { text: 'Accepted', classes: 'govuk-tag--green' },
};

/** A figure to compare with, in as few words as a cell has room for. */
export function figureText(figure: SheetFigure | null): string {
  if (figure === null) return '[x]';
  return figure.kind === 'value' ? formatCount(figure.value) : '[x]';
}

/** What is said on a line, whole. */
export function saidText(figure: SheetFigure | null): string {
  if (figure === null) return 'Nothing entered yet';
  if (figure.kind === 'value') return figureText(figure);
  return `Not available: ${figure.reason}${figure.expectedOn ? ` (expected ${formatDate(figure.expectedOn)})` : ''}`;
}

/** "4 days left", "due today" or "overdue". */
export function dueInWords(dueOn: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'due today';
  return days === 1 ? '1 day left' : `${days} days left`;
}
