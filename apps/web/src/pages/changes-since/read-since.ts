import type { CalendarDate } from '@lib/kernel';
import { formatDate, type PageError } from '@lib/ui';
import { readDay } from '../../http/form-days.js';
import type { PageDay } from '../../http/page-day.js';

/** A day that cannot be used, and what is wrong with it. */
export interface WrongDay {
  readonly text: string;
  readonly error: PageError;
}

/** Reads the day after which changes are told; null where none is asked for. It is over when the page is looked at. */
export function readSince(
  typed: unknown,
  { today, asAt }: PageDay,
): { since: CalendarDate | null } | WrongDay {
  const text = typeof typed === 'string' ? typed : '';
  if (text.trim() === '') return { since: null };
  const day = readDay(text, 'since', 'The day');
  if ('error' in day) return { text, ...day };
  if (day.date < today) return { since: day.date };
  const before = asAt ? formatDate(asAt) : 'today';
  return { text, error: { text: `The day must be before ${before}`, href: '#since' } };
}
