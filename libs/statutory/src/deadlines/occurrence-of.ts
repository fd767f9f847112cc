import { addMonths, type CalendarDate } from '@lib/kernel';
import { obligationsOf } from '../applicability/obligations.js';
import { DUTIES } from '../catalogue/catalogue.js';
import type { PartnershipProfile } from '../partnership-profile.js';
import { type Occurrence, occurrences } from './occurrences.js';
import { FAR_AHEAD_MONTHS } from './progress.js';
import type { Records } from './records.js';

/**
 * The occurrence of a key: one that has fallen due since records are kept, or may within the longest time between two.
 *
 * @param key `FIS-5/strategy-group/2026-04-01`, as it was sent: perhaps no key at all
 * @returns null where the partnership has no such occurrence
 */
export function occurrenceOf(
  key: string,
  profile: PartnershipProfile,
  records: Records,
  today: CalendarDate,
): Occurrence | null {
  const [reference, bearer] = key.split('/');
  const duty = DUTIES.find((one) => one.reference === reference);
  const obligation = duty && obligationsOf(duty, profile).find((one) => one.bearer === bearer);
  if (!obligation) return null;
  // A quarter before the first one that is told as missed may still be written down as done.
  const within = { from: addMonths(records.keptSince, -12), until: addMonths(today, FAR_AHEAD_MONTHS) };
  return occurrences(obligation, records, within).find((one) => one.key === key) ?? null;
}
