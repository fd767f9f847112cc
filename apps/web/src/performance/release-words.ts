import { type CalendarDate, dateInWords } from '@lib/kernel';
import type { Standing } from '@lib/published-data';

/** What may be said of a source's figures. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  accredited: 'Accredited official statistics',
  official: 'Official statistics',
  'management-information': 'Management information',
};

/** A release is told by its month, “March 2026”; one that came out on a day within it, by the day. */
export function releaseInWords(releasedOn: CalendarDate): string {
  return dateInWords(releasedOn).replace(/^1 /, '');
}
