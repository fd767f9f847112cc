import type { CalendarDate } from '@lib/kernel';
import type { ReturnsOfQuarter } from '@lib/reporting';
import { timelinessOf } from '@lib/returns';
import { writeCsv } from '@lib/spreadsheets';
import type { Paths } from '../../http/paths.js';

/** How many returns an authority was asked for, and how many of them were sent in time. */
interface Punctuality {
  readonly asked: number;
  readonly inTime: number;
  readonly late: number;
  /** Due and not sent. */
  readonly missing: number;
  readonly notDue: number;
}

/** Completeness and timeliness of each authority, quarter by quarter: whether the duty to share is carried out. */
export function returnsOverTimeView(rows: readonly ReturnsOfQuarter[], today: CalendarDate, paths: Paths) {
  return {
    pageTitle: 'Returns over time',
    csvHref: paths.returnsOverTimeCsv(),
    quartersHref: paths.quarters(),
    authorities: [...new Set(rows.map(({ authority }) => authority))].map((name) => {
      const own = rows.filter(({ authority }) => authority === name);
      return {
        name,
        ...sumOf(own.map((row) => punctualityOf(row, today))),
        quarters: own.map((row) => quarterOf(row, today)),
      };
    }),
  };
}

const HEADER = [
  ...['authority', 'quarter', 'first_day', 'due_on'],
  ...['returns_asked', 'in_time', 'late', 'missing', 'not_due_yet'],
  ...['figures_asked', 'given', 'not_applicable', 'not_available', 'suppressed', 'not_sent'],
];

/** The same as CSV (RFC 4180, one header row, ISO dates). */
export function returnsOverTimeCsv(rows: readonly ReturnsOfQuarter[], today: CalendarDate): string {
  return writeCsv([
    HEADER,
    ...rows.map((row) => {
      const { asked, inTime, late, missing, notDue } = punctualityOf(row, today);
      const { figures } = row;
      return [
        ...[row.authority, row.quarter.name, row.quarter.firstDay, row.dueOn],
        ...[asked, inTime, late, missing, notDue].map(String),
        ...[figures.asked, figures.given, figures.notApplicable, figures.notAvailable].map(String),
        ...[figures.suppressed, notSentOf(row)].map(String),
      ];
    }),
  ]);
}

function quarterOf(row: ReturnsOfQuarter, today: CalendarDate) {
  const { quarter, figures } = row;
  const punctuality = punctualityOf(row, today);
  return {
    name: quarter.name,
    returns: punctualityWords(punctuality),
    figures: { ...figures, answered: figures.given + figures.notApplicable, notSent: notSentOf(row) },
  };
}

/** "In time", "1 in time, 1 late": of one return without its number. */
function punctualityWords({ asked, inTime, late, missing, notDue }: Punctuality): string {
  const parts = [
    [inTime, 'in time'],
    [late, 'late'],
    [missing, 'missing'],
    [notDue, 'not due yet'],
  ] as const;
  const words = parts
    .filter(([many]) => many > 0)
    .map(([many, word]) => (asked > 1 ? `${many} ${word}` : word));
  return words.join(', ');
}

function notSentOf({ figures }: ReturnsOfQuarter): number {
  return figures.asked - figures.given - figures.notApplicable - figures.notAvailable - figures.suppressed;
}

function punctualityOf({ firstSentOn, dueOn }: ReturnsOfQuarter, today: CalendarDate): Punctuality {
  const each = firstSentOn.map((sentOn) => timelinessOf({ dueOn, firstSentOn: sentOn }, today));
  const many = (...kinds: readonly (typeof each)[number][]) =>
    each.filter((one) => kinds.includes(one)).length;
  return {
    ...{ asked: each.length, inTime: many('on-time'), late: many('late'), missing: many('overdue') },
    notDue: many('not-due', 'due-soon'),
  };
}

function sumOf(quarters: readonly Punctuality[]): Punctuality {
  const sum = (of: keyof Punctuality) => quarters.reduce((total, one) => total + one[of], 0);
  return {
    ...{ asked: sum('asked'), inTime: sum('inTime'), late: sum('late'), missing: sum('missing') },
    notDue: sum('notDue'),
  };
}
