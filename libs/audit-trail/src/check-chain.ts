import { createHash } from 'node:crypto';
import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';

export type ChainCheck =
  | { readonly whole: true; readonly events: number; readonly head: string | null }
  | { readonly whole: false; readonly firstBadSeq: number; readonly problem: string };

interface StoredEvent {
  seq: string;
  recorded_at: Date;
  actor_id: string;
  type: string;
  subject_id: string;
  content: string;
  previous_hash: string;
  hash: string;
}

const BATCH = 5_000;

/**
 * Re-computes every hash from the stored content: SHA-256 of the previous hash, the sequence number and the content,
 * each on a line of its own. Also compares the columns that pages search by with the content they were taken from.
 * It cannot see a tail that was cut off; only a checkpoint kept elsewhere can.
 */
export async function checkChain(tx: Tx, partnershipId: Id): Promise<ChainCheck> {
  let seq = 0;
  let previous = '0'.repeat(64);
  for (;;) {
    const batch = await tx.query<StoredEvent>(
      `select seq, recorded_at, actor_id, type, subject_id, content, previous_hash, hash from audit_event
        where partnership_id = $1 and seq > $2 order by seq limit ${BATCH}`,
      [partnershipId, seq],
    );
    for (const event of batch) {
      const problem = problemWith(event, seq + 1, previous);
      if (problem) return { whole: false, firstBadSeq: seq + 1, problem };
      seq += 1;
      previous = event.hash;
    }
    if (batch.length < BATCH) return { whole: true, events: seq, head: seq === 0 ? null : previous };
  }
}

function problemWith(event: StoredEvent, expectedSeq: number, previous: string): string | null {
  if (Number(event.seq) !== expectedSeq) return `event ${expectedSeq} is missing`;
  if (event.previous_hash !== previous) return 'it does not follow the event before it';
  const hash = createHash('sha256')
    .update(`${previous}\n${event.seq}\n${event.content}`, 'utf8')
    .digest('hex');
  if (hash !== event.hash) return 'its content is not what was recorded';
  const content = JSON.parse(event.content) as {
    at: string;
    type: string;
    subject: string;
    actor: { id: string };
  };
  const columnsAgree =
    content.at === event.recorded_at.toISOString() &&
    content.type === event.type &&
    content.subject === event.subject_id &&
    content.actor.id === event.actor_id;
  return columnsAgree ? null : 'its columns do not agree with its content';
}
