import { addDays, addMonths, type CalendarDate, calendarDate } from './calendar-date.js';

const NAMES = ['April to June', 'July to September', 'October to December', 'January to March'] as const;

const MONTHS = [
  ['April', 'May', 'June'],
  ['July', 'August', 'September'],
  ['October', 'November', 'December'],
  ['January', 'February', 'March'],
] as const;

/**
 * A quarter of the financial year, April to March. `financialYear` is the year it starts in: 2010 is 2010/11.
 * Quarter 4 of 2010/11 is January to March 2011.
 */
export class FinancialQuarter {
  private constructor(
    readonly financialYear: number,
    readonly number: 1 | 2 | 3 | 4,
  ) {}

  static of(financialYear: number, number: 1 | 2 | 3 | 4): FinancialQuarter {
    return new FinancialQuarter(financialYear, number);
  }

  /** The quarter a day falls in. */
  static containing(date: CalendarDate): FinancialQuarter {
    const year = Number(date.slice(0, 4));
    const calendarQuarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
    return calendarQuarter === 0
      ? new FinancialQuarter(year - 1, 4)
      : new FinancialQuarter(year, calendarQuarter as 1 | 2 | 3);
  }

  /** Reads `2010-11-q1`, as used in addresses. Returns null for anything else. */
  static read(slug: string): FinancialQuarter | null {
    const match = /^(\d{4})-(\d{2})-q([1-4])$/.exec(slug);
    if (!match || !isFinancialYear(slug.slice(0, 7))) return null;
    return new FinancialQuarter(Number(match[1]), Number(match[3]) as 1 | 2 | 3 | 4);
  }

  get firstDay(): CalendarDate {
    return addMonths(calendarDate(`${this.financialYear}-04-01`), 3 * (this.number - 1));
  }

  /** The first day after the quarter: ranges are half-open. */
  get until(): CalendarDate {
    return addMonths(this.firstDay, 3);
  }

  /**
   * The last day on which this quarter's prescribed information may lawfully be disclosed: the end of the next
   * period (Crime and Disorder (Prescribed Information) Regulations 2007, SI 2007/1831).
   */
  get statutoryDueOn(): CalendarDate {
    return addDays(addMonths(this.until, 3), -1);
  }

  get next(): FinancialQuarter {
    return FinancialQuarter.containing(this.until);
  }

  get previous(): FinancialQuarter {
    return FinancialQuarter.containing(addDays(this.firstDay, -1));
  }

  get sameQuarterLastYear(): FinancialQuarter {
    return new FinancialQuarter(this.financialYear - 1, this.number);
  }

  /** `2010-11-q1` */
  get slug(): string {
    return `${financialYearSlug(this.financialYear)}-q${this.number}`;
  }

  /** `April to June 2010` */
  get name(): string {
    return `${NAMES[this.number - 1]} ${this.number === 4 ? this.financialYear + 1 : this.financialYear}`;
  }

  /** `April`, `May`, `June` */
  get monthNames(): readonly [string, string, string] {
    return MONTHS[this.number - 1]!;
  }

  equals(other: FinancialQuarter): boolean {
    return this.financialYear === other.financialYear && this.number === other.number;
  }
}

/** `2010/11` for 2010. */
export function financialYearName(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** `2010-11` for 2010, as used in addresses. */
export function financialYearSlug(year: number): string {
  return financialYearName(year).replace('/', '-');
}

/** True for `2010-11`, false for `2010-12`, for 1899 and 2199 and for anything that is no financial year. */
function isFinancialYear(slug: string): boolean {
  if (!/^\d{4}-\d{2}$/.test(slug) || slug < '1900' || slug > '2199') return false;
  return financialYearSlug(Number(slug.slice(0, 4))) === slug;
}

/** Reads `2010-11` as 2010. Returns null for anything else. */
export function readFinancialYear(slug: string): number | null {
  return isFinancialYear(slug) ? Number(slug.slice(0, 4)) : null;
}
