import { type CalendarDate, Clock, DomainError, readCalendarDate } from '@lib/kernel';
import { formatDate } from '@lib/ui';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { Page } from './page.js';

/** The day that a page speaks of. */
export interface PageDay {
  /** The day by which a page says what is due, late or over. */
  readonly today: CalendarDate;
  /** The day whose end the page is shown as it stood at; null for now. */
  readonly asAt: CalendarDate | null;
}

/** Where an address says the day, as in `?as-at=2011-06-30`. */
export const AS_AT = 'as-at';

/** Reads the day of an address; none, or today, is now. */
@Injectable()
export class ReadPageDay implements PipeTransform<unknown, PageDay> {
  constructor(private readonly clock: Clock) {}

  transform(typed: unknown): PageDay {
    const today = this.clock.today();
    if (typed === undefined || (typeof typed === 'string' && typed.trim() === ''))
      return { today, asAt: null };
    const day = typeof typed === 'string' ? readCalendarDate(typed) : null;
    if (!day)
      throw new DomainError(
        'invalid',
        'pages.no-such-day',
        'That is not a day. Go back and enter a real one, like 30 6 2011.',
      );
    if (day > today)
      throw new DomainError(
        'invalid',
        'pages.day-to-come',
        'That day has not come yet. Go back and enter today or an earlier day, like 30 6 2011.',
      );
    return day === today ? { today, asAt: null } : { today: day, asAt: day };
  }
}

/**
 * A page that can be shown as it stood on a day: its title and a banner say so, and a box at its foot asks for a day.
 *
 * @param nowHref the page as it stands now
 * @param notKept what of it is not kept, in a sentence; left out where everything is
 * @param status 200, or what says that the address was wrong
 */
export function datedPage(
  template: string,
  context: Page['context'],
  { asAt }: PageDay,
  { nowHref, notKept, status = 200 }: { nowHref: string; notKept?: string | null; status?: number },
): Page {
  const [path, query] = nowHref.split('?');
  const title = asAt ? `${context.pageTitle}, as it stood on ${formatDate(asAt)}` : context.pageTitle;
  const dated = {
    path,
    // A form that asks drops what was in its address, and keeps what is in its fields.
    kept: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
    asAt: asAt && { day: formatDate(asAt), nowHref, notKept },
  };
  return new Page(template, { ...context, pageTitle: title, dated }, status);
}
