import type { Actor, CalendarDate } from '@lib/kernel';
import type { ReturnSheet } from '@lib/reporting';
import type { Paths } from '../../http/paths.js';
import { returnView } from './return.view.js';

/** A return as its approver reads it before deciding. */
export function decisionView(sheet: ReturnSheet, actor: Actor, today: CalendarDate, paths: Paths) {
  const submission = sheet.decisions.findLast(({ leadsTo }) => leadsTo === 'submitted');
  return {
    ...returnView(sheet, today, paths),
    pageTitle: `Decide on the return for ${sheet.quarter.name}`,
    backLink: { href: paths.approvals(), text: 'Back to approvals' },
    formAction: paths.decision(sheet.id),
    acceptAction: paths.acceptance(sheet.id),
    contentSha256: submission?.contentSha256,
    sentBy: submission?.by,
    own:
      submission?.byId === actor.personId ||
      sheet.lines.some(({ enteredById }) => enteredById === actor.personId),
  };
}
