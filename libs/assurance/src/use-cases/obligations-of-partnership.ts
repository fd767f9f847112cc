import { type CalendarDate, type Id, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { AsAt, type DutyRecords, dutyRecords } from '@lib/reporting';
import { DUTIES, obligationsOf } from '@lib/statutory';
import type { ObligationKey } from '../persistence/evidence.repository.js';

/** Refuses duties that bind nobody of the partnership; says everything that is known of its duties. */
export async function requireObligations(
  tx: Tx,
  partnershipId: Id,
  obligations: readonly ObligationKey[],
  today: CalendarDate,
): Promise<DutyRecords> {
  const known = await dutyRecords(tx, partnershipId, today, AsAt.now);
  for (const { reference, bearer } of obligations) {
    const duty = DUTIES.find((one) => one.reference === reference);
    const binds = duty && obligationsOf(duty, known.profile).some((one) => one.bearer === bearer);
    if (!binds) throw notFound('duty of this partnership');
  }
  return known;
}
