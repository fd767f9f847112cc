import { addMonths, type CalendarDate, calendarDate } from '@lib/kernel';
import type { ColumnAnswers, Period } from '../importer.js';
import { ImportRefused } from '../domain/import-refused.js';
import { headingKey } from './columns.js';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The first day of a month that is written as `202402`, `2024-02`, `2024-02-01`, `Feb 2024`, `Feb-24` or
 * `February 2024`; or as what spreadsheets make of that: `2024-02-01 00:00:00`, `01/02/2024`, or 45323, the days since
 * 1900. A day that is not the first of a month is none, so `02/01/2024` is not taken for one, wherever it was written.
 * @returns null for anything else
 */
export function readMonth(text: string): CalendarDate | null {
  const bare = text.trim().toLowerCase();
  const digits = /^(\d{4})[-/.]?(\d{2})(?:[-/.]?01(?:[t ]00:00(?::00)?z?)?)?$/.exec(bare);
  if (digits) return monthOf(Number(digits[1]), Number(digits[2]));
  const british = /^0?1[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare);
  if (british) return monthOf(Number(british[2]), Number(british[1]));
  if (/^\d{5}$/.test(bare)) return monthOfSerial(Number(bare));
  const words = /^([a-z]{3,9})[\s\-_/]*(\d{4}|\d{2})$/.exec(bare);
  if (!words) return null;
  const [, name, year] = words as unknown as [string, string, string];
  const month = NAMES.findIndex((known) => name.startsWith(known)) + 1;
  return month === 0 ? null : monthOf(Number(year.length === 2 ? `20${year}` : year), month);
}

function monthOf(year: number, month: number): CalendarDate | null {
  if (month < 1 || month > 12 || year < 1990 || year > 2099) return null;
  return calendarDate(`${year}-${String(month).padStart(2, '0')}-01`);
}

/** Spreadsheets count days from the last but one of 1899 on. */
function monthOfSerial(days: number): CalendarDate | null {
  const day = new Date(Date.UTC(1899, 11, 30 + days));
  return day.getUTCDate() === 1 ? monthOf(day.getUTCFullYear(), day.getUTCMonth() + 1) : null;
}

export function noMonth(row: number, text: string): ImportRefused {
  return new ImportRefused(
    `Row ${row}: “${text.slice(0, 40)}” is no month, as 2026-03 is one. Download the file again from its publisher, and load it as it is, without saving it in a spreadsheet.`,
  );
}

export function monthFrom(from: CalendarDate): Period {
  return { from, until: addMonths(from, 1) };
}

/**
 * The columns that hold a month each, by their headings or by what a person said of them.
 * @throws ImportRefused where two columns hold one month
 */
export function monthColumns(
  headings: readonly string[],
  answers: ColumnAnswers,
): ReadonlyMap<number, Period> {
  const answered = new Map([...answers].map(([heading, role]) => [headingKey(heading), role]));
  const months = new Map<number, Period>();
  const seen = new Map<CalendarDate, string>();
  for (const [column, heading] of headings.entries()) {
    const month = readMonth(answered.get(headingKey(heading)) ?? heading);
    if (!month) continue;
    const other = seen.get(month);
    if (other !== undefined)
      throw new ImportRefused(
        `Columns “${other}” and “${heading}” are of one month. Delete the one that is not meant, or download the file again from its publisher.`,
      );
    seen.set(month, heading);
    months.set(column, monthFrom(month));
  }
  return months;
}

/** First and last month, in words of a heading: “2022-02 to 2024-01”. */
export function spanOf(periods: Iterable<Period>): {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
} {
  const firsts = [...periods].map(({ from }) => from).toSorted();
  return { first: firsts[0]!, last: firsts.at(-1)! };
}
