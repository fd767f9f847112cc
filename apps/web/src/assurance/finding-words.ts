import { type Actor, type CalendarDate, FinancialQuarter, type Id, londonDateOf } from '@lib/kernel';
import type { DutyRecords, FindingOn, ShownFigure, ShownFinding, ShownFindingEntry } from '@lib/reporting';
import { occurrenceOf } from '@lib/statutory';
import { formatDate } from '@lib/ui';
import type { Paths } from '../http/paths.js';
import { aboutWords, bearerName } from './duty-words.js';
import { titleFor } from './evidence-words.js';

export const RATING_WORDS = { high: 'High', medium: 'Medium', low: 'Low' } as const;

export const RESPONSE_WORDS = {
  agreed: 'Agreed',
  'partly-agreed': 'Partly agreed',
  'not-agreed': 'Not agreed',
} as const;

/** Whether somebody still has something to do about it. */
export function isOpenFinding({ state }: ShownFinding): boolean {
  return state === 'raised' || state === 'answered' || state === 'done';
}

/** What management last answered; undefined while it has not. */
export function lastAnswer({ entries }: ShownFinding): ShownFindingEntry | undefined {
  return entries.findLast(({ move }) => move === 'answer');
}

/** Whether the last answer agreed an action. */
export function hasAction(finding: ShownFinding): boolean {
  const response = lastAnswer(finding)?.response ?? 'not-agreed';
  return response !== 'not-agreed';
}

/** Where a finding stands on a day, and what is overdue. */
export function findingStanding(finding: ShownFinding, day: CalendarDate): string {
  const last = finding.entries.at(-1)!;
  const on = formatDate(londonDateOf(last.at));
  switch (finding.state) {
    case 'raised': {
      const asked = finding.entries.findLast(({ move }) => move === 'raise' || move === 'reopen');
      return dueWords('Answer', 'wanted', asked?.dueOn ?? null, day);
    }
    case 'answered':
      return hasAction(finding)
        ? dueWords('Action', 'to be done', lastAnswer(finding)?.dueOn ?? null, day)
        : 'Answered, not agreed: an auditor closes it';
    case 'done':
      return `Action reported done on ${on}: an auditor looks at it`;
    case 'closed':
      return `Closed on ${on}`;
    case 'withdrawn':
      return `Withdrawn on ${on}`;
  }
}

function dueWords(what: string, verb: string, dueOn: CalendarDate | null, day: CalendarDate): string {
  if (dueOn === null) return what;
  return dueOn < day
    ? `${what} overdue since ${formatDate(dueOn)}`
    : `${what} ${verb} by ${formatDate(dueOn)}`;
}

/** "Residential burglary, April to June 2010, Metropolitan Police Service". */
export function figureName({ measure, firstDay, authority }: ShownFigure): string {
  return `${measure}, ${FinancialQuarter.containing(firstDay).name}, ${authority}`;
}

/** What a finding is on, in words and with its page. */
export function findingSubject(
  on: FindingOn,
  known: DutyRecords,
  day: CalendarDate,
  paths: Paths,
  { actor, partnershipId }: { readonly actor: Actor; readonly partnershipId: Id },
): { readonly text: string; readonly href: string } {
  switch (on.kind) {
    case 'evidence':
      return {
        text: `Evidence: ${titleFor(actor, partnershipId, on)}, version ${on.number}`,
        href: paths.evidenceItem(on.evidenceId),
      };
    case 'figure': {
      const { figure } = on;
      const since = figure.isCorrected ? ' It was corrected since.' : '';
      return {
        text: `Figure: ${figureName(figure)}, reported as ${figure.value} ${figure.unit}.${since}`,
        href: paths.measure(figure.measureSlug),
      };
    }
    case 'duty': {
      const occurrence = occurrenceOf(on.occurrence, known.profile, known.records, day);
      const [reference, bearer] = on.occurrence.split('/');
      const about = occurrence
        ? `${aboutWords(occurrence)}, ${bearerName(occurrence.obligation.bearer, known)}`
        : bearer;
      return { text: `Duty: ${reference}, ${about}`, href: paths.occurrence(on.occurrence) };
    }
  }
}
