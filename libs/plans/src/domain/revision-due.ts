import { addDays, type CalendarDate, FinancialQuarter } from '@lib/kernel';

/** The regulation that asks for a revision every year, in the words of a page. */
export const YEARLY_REVISION =
  'Crime and Disorder (Formulation and Implementation of Strategy) Regulations 2007 (SI 2007/1830), regulation 10(2)';

export interface RevisionDue {
  /** The start of a year: the plan is revised before this day. */
  readonly before: CalendarDate;
  /** The last day on which it can be done. */
  readonly lastDay: CalendarDate;
  readonly overdue: boolean;
}

/**
 * By when a plan must be revised next. The plan is revised before the start of each year, which begins on 1 April (SI
 * 2007/1830, regulations 2 and 10(2)): so before the first 1 April after its newest version comes into force.
 *
 * @param inForceFrom of the newest adopted version, which may lie ahead
 */
export function revisionDue(inForceFrom: CalendarDate, today: CalendarDate): RevisionDue {
  const before = FinancialQuarter.of(FinancialQuarter.containing(inForceFrom).financialYear + 1, 1).firstDay;
  return { before, lastDay: addDays(before, -1), overdue: today >= before };
}
