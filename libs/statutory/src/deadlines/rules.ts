import { addDays, addMonths, type CalendarDate, contains, FinancialQuarter } from '@lib/kernel';
import type { Obligation } from '../applicability/obligations.js';
import { dutyOf } from '../catalogue/catalogue.js';
import type { DeadlineRule, Within } from '../catalogue/deadline-rule.js';
import type { Duty } from '../catalogue/duty.js';
import type { Trigger } from '../catalogue/triggers.js';
import type { Records } from './records.js';
import { addWorkingDays } from './working-days.js';

/** Days with both ends known: half-open. */
export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** One time that something is due. */
export interface Due {
  /** The first day that it is about, or what happened. Stable: never a position in a list. */
  readonly slug: string;
  readonly about: Period;
  /** The last day on which it is in time; null where the law sets none. */
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
}

type Rolling = Extract<DeadlineRule, { rule: 'rolling' }>;

/** The start of the key of every occurrence of an obligation. */
export const keyOf = ({ duty, bearer }: Obligation, slug: string): string =>
  `${duty.reference}/${bearer}/${slug}`;

/**
 * What is due from an obligation, in any order: all that falls within a period, and perhaps some around it. Periods for
 * which the duty was not owed are left out (`isOwedFor`).
 */
export function duesOf(obligation: Obligation, records: Records, within: Period): Due[] {
  const periods = (dues: readonly Due[]): Due[] => dues.filter((due) => isOwedFor(due, obligation));
  const rule = ruleOf(obligation.duty);
  switch (rule?.rule) {
    case 'yearly':
      return periods(yearly(rule.forYear, obligation, records, within));
    case 'quarterly':
      return periods(quarterly(obligation, records, within));
    case 'rolling':
      return periods(rolling(rule, obligation, records, within));
    case 'after-event':
      return triggered(rule.trigger, obligation, records, (day) => lastDay(day, rule.within));
    case 'on-change':
      return triggered(rule.trigger, obligation, records, () => null);
    case 'standing':
    case 'every-decision':
      return yearsHeld(obligation, records, within);
    case undefined:
      return [];
  }
}

/** The duty was law, and borne, on a day of the period and still is on the last day to act. */
function isOwedFor({ about, dueOn }: Due, { window }: Obligation): boolean {
  const startsInTime = window.from < about.until && (window.until === null || about.from < window.until);
  return startsInTime && dueOn !== null && contains(window, dueOn);
}

/** The rule by which a duty falls due: of a part, that of its whole. Undefined where there is nothing to carry out. */
export function ruleOf(duty: Duty): Exclude<DeadlineRule, { rule: 'with' }> | undefined {
  return duty.deadline?.rule === 'with' ? ruleOf(dutyOf(duty.deadline.reference)) : duty.deadline;
}

/** By 31 March, for the year from 1 April that ends then or for the one that starts. */
function yearly(
  forYear: 'that-ends' | 'that-starts',
  obligation: Obligation,
  records: Records,
  within: Period,
): Due[] {
  const dues: Due[] = [];
  const firstDayOf = (year: number): CalendarDate => FinancialQuarter.of(year, 1).firstDay;
  let year = FinancialQuarter.containing(within.from).financialYear;
  for (; firstDayOf(year) < within.until; year += 1) {
    const about = forYear === 'that-ends' ? year : year + 1;
    const from = firstDayOf(about);
    dues.push({
      slug: from,
      about: { from, until: firstDayOf(about + 1) },
      dueOn: addDays(firstDayOf(year + 1), -1),
      doneOn: doneOn(obligation, from, records),
    });
  }
  return dues;
}

/** By the end of the next quarter. */
function quarterly(obligation: Obligation, records: Records, within: Period): Due[] {
  const dues: Due[] = [];
  let quarter = FinancialQuarter.containing(within.from).previous;
  for (; quarter.statutoryDueOn < within.until; quarter = quarter.next)
    dues.push({
      slug: quarter.firstDay,
      about: { from: quarter.firstDay, until: quarter.until },
      dueOn: quarter.statutoryDueOn,
      doneOn: doneOn(obligation, quarter.firstDay, records),
    });
  return dues;
}

/**
 * So many months after it was last done, and again after each time that it was not. The clock starts on the first day on
 * which the duty was owed and a record was kept. Ahead of today it shows the latest days that there can be.
 */
function rolling(rule: Rolling, obligation: Obligation, records: Records, within: Period): Due[] {
  const { from } = obligation.window;
  const start = from > records.keptSince ? from : records.keptSince;
  const done = daysDone(obligation, records).filter((day) => day >= from);
  const turns =
    done[0] !== undefined && done[0] <= start
      ? done
      : [rule.countsThatDay ? start : addDays(start, -1), ...done];

  return turns.flatMap((turn, index) => {
    const next = turns[index + 1];
    const dues = endToEnd(turn, rule, next ?? within.until);
    // Being done ends the turn: in time where nothing was due before, late for the last of what was.
    return next === undefined ? dues : dues.with(-1, { ...dues.at(-1)!, doneOn: next });
  });
}

/** Periods since a day, end to end: the first, and those whose last day is before another day. */
function endToEnd(turn: CalendarDate, { months, countsThatDay }: Rolling, before: CalendarDate): Due[] {
  // Counted from the same day each time: years from 29 February meet it again.
  const lastDayOf = (count: number): CalendarDate =>
    countsThatDay ? lastDayOfMonthsFrom(turn, months * count) : addMonths(turn, months * count);
  const dues: Due[] = [];
  do {
    const dueOn = lastDayOf(dues.length + 1);
    const about = { from: addDays(lastDayOf(dues.length), 1), until: addDays(dueOn, 1) };
    dues.push({ slug: about.from, about, dueOn, doneOn: null });
  } while (lastDayOf(dues.length + 1) < before);
  return dues;
}

/** The last of so many months that begin with a day: before that day comes again, or a month's end where it does not. */
function lastDayOfMonthsFrom(first: CalendarDate, months: number): CalendarDate {
  const end = addMonths(first, months);
  return end.slice(8) === first.slice(8) ? addDays(end, -1) : end;
}

/**
 * What holds at all times, or with every decision, is looked at for one financial year at a time: on those days of it on
 * which it was owed. It has no last day, so it is never late.
 */
function yearsHeld(obligation: Obligation, records: Records, within: Period): Due[] {
  const { window } = obligation;
  const dues: Due[] = [];
  const firstDayOf = (year: number): CalendarDate => FinancialQuarter.of(year, 1).firstDay;
  let year = FinancialQuarter.containing(within.from).financialYear;
  for (; firstDayOf(year) < within.until; year += 1) {
    const slug = firstDayOf(year);
    const end = firstDayOf(year + 1);
    const about = {
      from: window.from > slug ? window.from : slug,
      until: window.until !== null && window.until < end ? window.until : end,
    };
    if (about.from < about.until)
      dues.push({ slug, about, dueOn: null, doneOn: doneOn(obligation, slug, records) });
  }
  return dues;
}

/** Each time that something happens; by the day that was set, otherwise by what the law says. */
function triggered(
  trigger: Trigger,
  obligation: Obligation,
  records: Records,
  byLaw: (day: CalendarDate) => CalendarDate | null,
): Due[] {
  return records.happenings
    .filter((happening) => happening.trigger === trigger)
    .filter(({ bearer }) => bearer === null || bearer === obligation.bearer)
    .filter(({ on }) => contains(obligation.window, on))
    .map(({ id, on, dueOn }) => ({
      slug: id,
      about: { from: on, until: addDays(on, 1) },
      dueOn: dueOn ?? byLaw(on),
      doneOn: doneOn(obligation, id, records),
    }));
}

/** The last day of a time that is counted from the day after something happened. A day off at its end moves nothing. */
export function lastDay(day: CalendarDate, within: Within): CalendarDate {
  if ('days' in within) return addDays(day, within.days);
  if ('workingDays' in within) return addWorkingDays(day, within.workingDays);
  if ('months' in within) return addMonths(day, within.months);
  const { financialYear } = FinancialQuarter.containing(day);
  return addDays(FinancialQuarter.of(financialYear, 4).until, -1);
}

/** When an occurrence was first done, by what was written down for it. */
function doneOn(obligation: Obligation, slug: string, { doings }: Records): CalendarDate | null {
  const key = keyOf(obligation, slug);
  const days = doings.filter(({ occurrence }) => occurrence === key).map(({ on }) => on);
  return days.sort()[0] ?? null;
}

/** The days on which an obligation was carried out, each once, whichever occurrence was named. */
function daysDone(obligation: Obligation, { doings }: Records): CalendarDate[] {
  const start = keyOf(obligation, '');
  const days = doings.filter(({ occurrence }) => occurrence.startsWith(start)).map(({ on }) => on);
  return [...new Set(days)].sort();
}
