import type { CalendarDate } from '@lib/kernel';
import type { QuarterOfReturns, ReturnInQuarter } from '@lib/reporting';
import { periodState, type PeriodState, timelinessOf, type Timeliness } from '@lib/returns';
import { formatDate } from '@lib/ui';
import type { Paths } from '../../http/paths.js';
import { whoseReturn } from '../../performance/whose-return.js';

const STATES: Readonly<Record<PeriodState, string>> = {
  draft: 'Not planned',
  scheduled: 'Scheduled',
  open: 'Open',
  closed: 'Closed',
};

const TIMELINESS: Readonly<Record<Timeliness, string>> = {
  'not-due': 'Not due yet',
  'due-soon': 'Due soon',
  'on-time': 'On time',
  late: 'Late',
  overdue: 'Overdue',
};

const RETURN_STATES = {
  draft: 'being filled in',
  submitted: 'waiting for approval',
  returned: 'sent back',
  approved: 'approved',
  accepted: 'accepted',
} as const;

/** Quarters with their dates and who was in time: what the board sees of the duty to share information. */
export function quartersView(
  quarters: readonly QuarterOfReturns[],
  today: CalendarDate,
  paths: Paths,
  mayManage: boolean,
) {
  return {
    pageTitle: 'Quarters',
    shares: onTimeShares(quarters, today),
    quarters: quarters.map((one) => ({
      name: one.quarter.name,
      state: STATES[periodState(one)],
      dates: datesOf(one),
      returns: one.returns.map((each) => returnOf(each, one.dueOn, today)),
      actions: mayManage ? actionsOf(one, paths) : [],
    })),
  };
}

function datesOf({ opensOn, dueOn, statutoryDueOn, lastNewOn, lastEditOn }: QuarterOfReturns) {
  return [
    ...(opensOn ? [{ key: 'Opens', value: formatDate(opensOn) }] : []),
    { key: 'Returns fall due', value: formatDate(dueOn) },
    { key: 'The law allows until', value: formatDate(statutoryDueOn) },
    { key: 'First figures until', value: lastNewOn ? formatDate(lastNewOn) : 'No end' },
    { key: 'Corrections until', value: lastEditOn ? formatDate(lastEditOn) : 'No end' },
  ];
}

function returnOf(
  { authority, form, state, revision, firstSentOn, reopenedUntil }: ReturnInQuarter,
  dueOn: CalendarDate,
  today: CalendarDate,
) {
  const correction = revision > 1 ? `, correction ${revision - 1}` : '';
  const reopened =
    reopenedUntil && today <= reopenedUntil ? `, reopened until ${formatDate(reopenedUntil)}` : '';
  return {
    authority: whoseReturn({ authority, form }),
    timeliness: TIMELINESS[timelinessOf({ dueOn, firstSentOn }, today)],
    sentOn: firstSentOn ? formatDate(firstSentOn) : 'Not yet',
    state: `${RETURN_STATES[state]}${correction}${reopened}`,
  };
}

/** Of the returns that were due, how many each authority sent in time. */
function onTimeShares(quarters: readonly QuarterOfReturns[], today: CalendarDate) {
  const counts = new Map<string, { due: number; onTime: number }>();
  for (const { returns, dueOn } of quarters)
    for (const { authority, firstSentOn } of returns) {
      const timeliness = timelinessOf({ dueOn, firstSentOn }, today);
      if (timeliness === 'not-due' || timeliness === 'due-soon') continue;
      const count = counts.get(authority) ?? { due: 0, onTime: 0 };
      counts.set(authority, {
        due: count.due + 1,
        onTime: count.onTime + (timeliness === 'on-time' ? 1 : 0),
      });
    }
  return [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([authority, { due, onTime }]) => ({ authority, share: `${onTime} of ${due}` }));
}

function actionsOf({ quarter, openedAt, closedAt }: QuarterOfReturns, paths: Paths) {
  const open = openedAt && !closedAt;
  return [
    ...(closedAt ? [] : [{ text: 'Change its dates', href: paths.periodDates(quarter.slug) }]),
    ...(openedAt
      ? [
          { text: open ? 'Close it' : 'Open it again', href: paths.periodClosing(quarter.slug) },
          { text: 'Reopen it for one authority', href: paths.periodReopening(quarter.slug) },
        ]
      : [{ text: 'Open it now', href: paths.periodOpening(quarter.slug) }]),
  ];
}
