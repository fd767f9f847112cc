import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { StoredEvent } from './recorded-event.js';

const BATCH = 2_000;

/** A partnership's whole trail as it is stored, oldest first, two thousand events at a time: for a copy of it. */
export async function* trailFromTheStart(tx: Tx, partnershipId: Id): AsyncGenerator<readonly StoredEvent[]> {
  // A row below 1 is read too: somebody put it there, and the copy has to show it.
  let after = '-9223372036854775808';
  for (;;) {
    const batch = await tx.query<StoredEvent>(
      `select seq, recorded_at as "recordedAt", actor_name as actor, type, subject_id as "subjectId", content,
              previous_hash as "previousHash", hash
         from audit_event
        where partnership_id = $1 and seq > $2 order by seq limit ${BATCH}`,
      [partnershipId, after],
    );
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.seq;
  }
}
