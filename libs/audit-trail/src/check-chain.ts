import { createHash } from 'node:crypto';
import type { Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import type { Checkpoint } from './checkpoints/checkpoint.js';

export type ChainCheck =
  | { readonly whole: true; readonly events: number; readonly head: string | null }
  | { readonly whole: false; readonly firstBadSeq: number; readonly problem: string };

interface StoredEvent {
  seq: string;
  recorded_at: Date;
  actor_id: string;
  actor_name: string;
  type: string;
  subject_id: string;
  content: string;
  previous_hash: string;
  hash: string;
}

const BATCH = 5_000;
/** Below every number an event can have: one with a number below 1 was put there by somebody. */
const BEFORE_ALL = '-9223372036854775808';

/**
 * Re-computes every hash from the stored content: SHA-256 of the previous hash, the sequence number and the content,
 * each on a line of its own. Also compares the columns that pages search by with the content they were taken from.
 *
 * @param checkpoints those that hold, oldest first. Without them a tail that was cut off, or a chain that was written
 *   anew with hashes that fit, cannot be seen.
 */
export async function checkChain(
  tx: Tx,
  partnershipId: Id,
  checkpoints: readonly Checkpoint[],
): Promise<ChainCheck> {
  const signed = new Map(checkpoints.map((checkpoint) => [Number(checkpoint.seq), checkpoint]));
  let seq = 0;
  let agreed = 0;
  let previous = '0'.repeat(64);
  let after = BEFORE_ALL;
  for (;;) {
    const batch = await tx.query<StoredEvent>(
      `select seq, recorded_at, actor_id, actor_name, type, subject_id, content, previous_hash, hash from audit_event
        where partnership_id = $1 and seq > $2 order by seq limit ${BATCH}`,
      [partnershipId, after],
    );
    for (const event of batch) {
      const problem = problemWith(event, partnershipId, seq + 1, previous);
      if (problem) return { whole: false, firstBadSeq: seq + 1, problem };
      seq += 1;
      previous = event.hash;
      const checkpoint = signed.get(seq);
      if (checkpoint && checkpoint.hash !== event.hash) return rewritten(checkpoint, agreed);
      if (checkpoint) agreed = seq;
    }
    if (batch.length < BATCH) break;
    after = batch.at(-1)!.seq;
  }
  const newest = checkpoints.at(-1);
  if (newest && Number(newest.seq) > seq) return cutOff(newest, seq);
  return { whole: true, events: seq, head: seq === 0 ? null : previous };
}

function problemWith(
  event: StoredEvent,
  partnershipId: Id,
  expectedSeq: number,
  previous: string,
): string | null {
  if (Number(event.seq) < expectedSeq) return `an event with the number ${event.seq} was put before it`;
  if (Number(event.seq) !== expectedSeq) return `event ${expectedSeq} is missing`;
  if (event.previous_hash !== previous) return 'it does not follow the event before it';
  const hash = createHash('sha256')
    .update(`${previous}\n${event.seq}\n${event.content}`, 'utf8')
    .digest('hex');
  if (hash !== event.hash) return 'its content is not what was recorded';
  return columnsAgree(event, partnershipId) ? null : 'its columns do not agree with its content';
}

function columnsAgree(event: StoredEvent, partnershipId: Id): boolean {
  try {
    const content = JSON.parse(event.content) as {
      partnership: string;
      at: string;
      type: string;
      subject: string;
      actor: { id: string; name: string };
    };
    return (
      content.partnership === partnershipId &&
      content.at === event.recorded_at.toISOString() &&
      content.type === event.type &&
      content.subject === event.subject_id &&
      content.actor.id === event.actor_id &&
      content.actor.name === event.actor_name
    );
  } catch {
    return false; // what is not an event says nothing that a column could agree with
  }
}

/** Every hash fits and none is what was signed: the events since the checkpoint before were written anew. */
function rewritten({ seq, at }: Checkpoint, agreed: number): ChainCheck {
  return {
    whole: false,
    firstBadSeq: Number(seq),
    problem:
      `it is not what was signed at ${at}; the trail was written anew from event ` +
      (Number(seq) === agreed + 1 ? seq : `${agreed + 1} or a later one`) +
      ' on',
  };
}

function cutOff({ seq, at }: Checkpoint, last: number): ChainCheck {
  return {
    whole: false,
    firstBadSeq: last + 1,
    problem: `event ${last + 1} is missing, and so is everything up to event ${seq}, which was signed at ${at}`,
  };
}
