import { addMonths, type CalendarDate, FinancialQuarter } from '@lib/kernel';
import type { DutyRecords } from '@lib/reporting';
import {
  type Duty,
  DUTIES,
  type Obligation,
  obligationsOf,
  type Occurrence,
  occurrences,
  ruleOf,
} from '@lib/statutory';

/** Longer than any rule needs to come round again. */
const AHEAD_MONTHS = 60;

/** Every obligation of a partnership, in the order of the catalogue. */
export function allObligations({ profile }: Pick<DutyRecords, 'profile'>): Obligation[] {
  return DUTIES.flatMap((duty) => obligationsOf(duty, profile));
}

/** Whether a duty falls due by itself. A part of another one falls due with that, and is not told twice. */
export function fallsDueByItself({ deadline }: Duty): boolean {
  return deadline !== undefined && deadline.rule !== 'with';
}

/** The occurrences of an obligation since records are kept, and the next one; oldest first. */
export function occurrencesAround(
  obligation: Obligation,
  { records }: Pick<DutyRecords, 'records'>,
  today: CalendarDate,
): Occurrence[] {
  const within = {
    from: firstDayAround(obligation.duty, records.keptSince),
    until: addMonths(today, AHEAD_MONTHS),
  };
  const all = occurrences(obligation, records, within);
  const next = all.findIndex(({ dueOn, doneOn }) => dueOn !== null && dueOn >= today && doneOn === null);
  return next === -1 ? all.filter(({ about }) => about.from <= today) : all.slice(0, next + 1);
}

/** What has no last day is looked at by the year: also for the year within which records begin. */
function firstDayAround(duty: Duty, keptSince: CalendarDate): CalendarDate {
  const rule = ruleOf(duty)?.rule;
  if (rule !== 'standing' && rule !== 'every-decision') return keptSince;
  return FinancialQuarter.of(FinancialQuarter.containing(keptSince).financialYear, 1).firstDay;
}
