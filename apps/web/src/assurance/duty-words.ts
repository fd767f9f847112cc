import { addDays, FinancialQuarter, financialYearName } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import {
  type BearerKey,
  type DeadlineRule,
  type Duty,
  type Occurrence,
  type Progress,
  ruleOf,
  TRIGGERS,
} from '@lib/statutory';
import { formatDate } from '@lib/ui';

const GROUPS: Readonly<Record<string, string>> = {
  jointly: 'The responsible authorities together',
  'strategy-group': 'The strategy group',
  'crime-and-disorder-committee': 'The crime and disorder committee of the council',
};

/** Who bears a duty, by their own name where somebody of the partnership sits there. */
export function bearerName(
  bearer: BearerKey,
  { members, policingBody }: Pick<DutyRecords, 'members' | 'policingBody'>,
): string {
  if (bearer === 'local-policing-body') return policingBody;
  return GROUPS[bearer] ?? members.find(({ seat }) => seat === bearer)?.name ?? bearer;
}

export const PROGRESS_WORDS = {
  'to-do': 'To do',
  'in-progress': 'In progress',
  'in-review': 'In review',
  done: 'Done',
} as const;

export const VERIFICATION = {
  verified: 'Read in the law',
  partly: 'Partly read in the law',
  unverified: 'Not checked against the law yet',
} as const;

/** How an occurrence stands by its last day, whatever was written down of the work on it. */
export const STANDING: Readonly<Record<Progress, string>> = {
  done: 'Done in time',
  'done-late': 'Done late',
  open: 'Not done yet',
  overdue: 'Past its last day',
};

/** When a duty falls due, in words. */
export function ruleWords(duty: Duty): string {
  const rule = ruleOf(duty);
  const words = rule === undefined ? 'Nothing to carry out' : ruleInWords(rule);
  return duty.deadline?.rule === 'with' ? `With ${duty.deadline.reference}: ${lowerFirst(words)}` : words;
}

function ruleInWords(rule: Exclude<DeadlineRule, { rule: 'with' }>): string {
  switch (rule.rule) {
    case 'yearly':
      return rule.forYear === 'that-ends'
        ? 'Every year from 1 April, by the 31 March that ends it'
        : 'Every year, before the 1 April on which it starts';
    case 'quarterly':
      return 'Every quarter, by the end of the next one';
    case 'rolling':
      return `Within ${rule.months} months of the last time`;
    case 'after-event':
      return `${TRIGGERS[rule.trigger]}: ${withinWords(rule.within)}`;
    case 'on-change':
      return `Each time: ${lowerFirst(TRIGGERS[rule.trigger])}`;
    case 'standing':
      return 'At all times';
    case 'every-decision':
      return 'With every decision, shown by samples';
  }
}

function withinWords(within: Extract<DeadlineRule, { rule: 'after-event' }>['within']): string {
  if ('days' in within) return `within ${within.days} days`;
  if ('workingDays' in within) return `within ${within.workingDays} working days`;
  if ('months' in within) return `within ${within.months} months`;
  return 'by the end of that financial year';
}

/** What an occurrence is about: "July to September 2026", "2026/27", "since 1 May 2026". */
export function aboutWords({ about, obligation }: Pick<Occurrence, 'about' | 'obligation'>): string {
  const rule = ruleOf(obligation.duty)?.rule;
  const quarter = FinancialQuarter.containing(about.from);
  if (rule === 'quarterly') return quarter.name;
  if (rule === 'yearly' || rule === 'standing' || rule === 'every-decision')
    return financialYearName(quarter.financialYear);
  if (rule === 'rolling') return `${formatDate(about.from)} to ${formatDate(addDays(about.until, -1))}`;
  return `What happened on ${formatDate(about.from)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
