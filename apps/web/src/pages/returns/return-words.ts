import type { CalendarDate } from '@lib/kernel';
import { daysBetween } from '@lib/kernel';
import type { SheetFigure, SheetState } from '@lib/reporting';
import { formatCount, formatDate } from '@lib/ui';
import { SHORTHAND, WITHOUT_A_FIGURE } from '../../performance/figure-shorthand.js';

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
  if (figure === null) return SHORTHAND['not-available'];
  return figure.kind === 'value' ? formatCount(figure.value) : SHORTHAND[figure.kind];
}

/** What is said on a line, whole. */
export function saidText(figure: SheetFigure | null): string {
  if (figure === null) return 'Nothing entered yet';
  switch (figure.kind) {
    case 'value':
      return figure.months
        ? `${figureText(figure)} (by month: ${figure.months.map((month) => formatCount(month)).join(', ')})`
        : figureText(figure);
    case 'nil':
      return 'Nil: there was nothing to report';
    case 'not-available':
      return `Not available: ${figure.reason}${figure.expectedOn ? ` (expected ${formatDate(figure.expectedOn)})` : ''}`;
    default:
      return `${WITHOUT_A_FIGURE[figure.kind]}: ${figure.reason}`;
  }
}

const FINALITY = { provisional: 'provisional', final: 'final' } as const;
const STANDING = {
  official: 'official statistics',
  'management-information': 'management information',
} as const;

/** Where a figure was taken from: "Crime records, taken on 3 July 2026, provisional, management information". */
export function sourceText(figure: SheetFigure | null): string | null {
  if (figure?.kind !== 'value' || !figure.provenance) return null;
  const { source, release, extractedOn, finality, standing } = figure.provenance;
  return [
    source,
    release,
    extractedOn && `taken on ${formatDate(extractedOn)}`,
    finality && FINALITY[finality],
    standing && STANDING[standing],
  ]
    .filter(Boolean)
    .join(', ');
}

/** "4 days left", "due today" or "overdue". */
export function dueInWords(dueOn: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'due today';
  return days === 1 ? '1 day left' : `${days} days left`;
}
