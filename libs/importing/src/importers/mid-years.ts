import { calendarDate } from '@lib/kernel';
import type { Period } from '../importer.js';

/** The day of a mid-year estimate: 30 June. */
export function midYear(year: number): Period {
  return { from: calendarDate(`${year}-06-30`), until: calendarDate(`${year}-07-01`) };
}
