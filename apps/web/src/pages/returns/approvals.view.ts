import { type CalendarDate, daysBetween } from '@lib/kernel';
import type { ListedReturn } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { whoseReturn } from '../../performance/whose-return.js';

/** What waits for an approver, soonest due first. */
export function approvalsView(returns: readonly ListedReturn[], today: CalendarDate, paths: Paths) {
  return {
    pageTitle: 'Approvals',
    delegationsHref: paths.delegations(),
    waiting: returns.map(({ id, quarter, authority, form, dueOn, sentBy, sentAt, own }) => ({
      title: quarter.name,
      authority: whoseReturn({ authority, form }),
      dueOn,
      isLate: daysBetween(today, dueOn) < 0,
      sentBy,
      sentAt: sentAt?.toISOString(),
      own,
      href: own ? paths.return(id) : paths.decision(id),
    })),
  };
}
