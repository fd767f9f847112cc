import { addDays, addMonths, FinancialQuarter, readCalendarDate, readFinancialYear } from '@lib/kernel';
import type { Period } from '../importer.js';
import { monthFrom, readMonth } from './months.js';

/**
 * A month, a quarter of a financial year, a financial year, or any first and last day.
 * @param until empty where the first says it all
 * @returns null for anything else
 */
export function readPeriod(from: string, until: string): Period | null {
  const first = readCalendarDate(from);
  const last = readCalendarDate(until);
  if (first && last && last >= first) return { from: first, until: addDays(last, 1) };
  const month = until === '' ? readMonth(from) : null;
  if (month) return monthFrom(month);
  const slug = from.toLowerCase().replaceAll('/', '-').replace(/\s+/g, '-');
  const quarter = until === '' ? FinancialQuarter.read(slug) : null;
  if (quarter) return { from: quarter.firstDay, until: quarter.until };
  const year = until === '' ? readFinancialYear(slug) : null;
  if (year === null) return null;
  const { firstDay } = FinancialQuarter.of(year, 1);
  return { from: firstDay, until: addMonths(firstDay, 12) };
}
