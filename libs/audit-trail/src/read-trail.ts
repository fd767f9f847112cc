import { authorise } from '@lib/access';
import type { Actor, Id } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type AuditEvent, type AuditEventType, sentenceOf } from './audit-event.js';
import { type ChainCheck, checkChain } from './check-chain.js';

export interface RecordedEvent {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly type: AuditEventType;
  readonly subjectId: Id;
  readonly sentence: string;
  readonly event: AuditEvent;
}

/** Reads a partnership's trail: page by page, and as a whole to see that it is one. */
@Injectable()
export class ReadTrail {
  constructor(private readonly work: UnitOfWork) {}

  /** Events newest first, from before a sequence number on; with the check of the whole chain. */
  run(
    actor: Actor,
    partnershipId: Id,
    page: { limit: number; before?: number },
  ): Promise<{ events: RecordedEvent[]; check: ChainCheck }> {
    return this.work.read(actor, partnershipId, async (tx) => {
      authorise(actor, 'audit-trail.view', { partnershipId });
      return {
        events: await newestFirst(tx, partnershipId, page),
        check: await checkChain(tx, partnershipId),
      };
    });
  }

  /** Works the whole chain out again: an operator's act, reached from the command line. */
  check(operator: Actor, partnershipId: Id): Promise<ChainCheck> {
    return this.work.read(operator, partnershipId, (tx) => checkChain(tx, partnershipId));
  }
}

async function newestFirst(
  tx: Tx,
  partnershipId: Id,
  { limit, before }: { limit: number; before?: number },
): Promise<RecordedEvent[]> {
  const rows = await tx.query<{ seq: string; content: string }>(
    `select seq, content from audit_event
      where partnership_id = $1 and ($2::bigint is null or seq < $2)
      order by seq desc limit $3`,
    [partnershipId, before ?? null, limit],
  );
  return rows.map(({ seq, content }) => {
    const stored = JSON.parse(content) as AuditEvent & { at: string; actor: { name: string }; subject: Id };
    return {
      seq: Number(seq),
      at: new Date(stored.at),
      actor: stored.actor.name,
      type: stored.type,
      subjectId: stored.subject,
      sentence: sentenceOf(stored),
      event: stored,
    };
  });
}
