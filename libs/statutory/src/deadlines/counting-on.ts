import { addDays, type CalendarDate, contains, FinancialQuarter } from '@lib/kernel';
import type { Obligation } from '../applicability/obligations.js';
import { type Occurrence, occurrences } from './occurrences.js';
import type { Records } from './records.js';
import { ruleOf } from './rules.js';

/**
 * The occurrences by which it is told whether an obligation was met on a day, since records are kept:
 * - of what comes round, the last one whose last day had come by then, that day included;
 * - of what something makes fall due, each one whose last day had come; each that had come up, where there is no last day;
 * - of what holds at all times, the financial year in which the day lies.
 */
export function countingOn(obligation: Obligation, records: Records, day: CalendarDate): Occurrence[] {
  const until = addDays(day, 1);
  switch (ruleOf(obligation.duty)?.rule) {
    case 'yearly':
    case 'quarterly':
    case 'rolling':
      return contains(obligation.window, day)
        ? occurrences(obligation, records, { from: records.keptSince, until }).slice(-1)
        : [];
    case 'after-event':
    case 'on-change':
      return occurrences(obligation, records, { from: records.keptSince, until });
    case 'standing':
    case 'every-decision': {
      const { financialYear } = FinancialQuarter.containing(day);
      const from = FinancialQuarter.of(financialYear, 1).firstDay;
      return occurrences(obligation, records, { from, until }).filter(({ about }) => contains(about, day));
    }
    case undefined:
      return [];
  }
}
