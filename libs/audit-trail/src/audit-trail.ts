import { type Actor, canonicalJson, Clock, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { AuditEvent } from './audit-event.js';
import { confirmedFlag } from './confirmed-flag.js';

/** The log of what people did in a partnership, written in the transaction of the change itself. */
@Injectable()
export class AuditTrail {
  /** The transactions that keep already what was confirmed of their words. */
  private readonly confirmed = new WeakSet<Tx>();

  constructor(private readonly clock: Clock) {}

  /**
   * Records an event. Call it last in a use case: it holds the partnership's chain until the transaction ends. When
   * it fails the change fails with it. Where somebody confirmed that their words are about nobody, that is kept with it.
   */
  async record(tx: Tx, actor: Actor, partnershipId: Id, event: AuditEvent): Promise<void> {
    const data = confirmedFlag.getStore()?.() ?? null;
    if (data && !this.confirmed.has(tx)) {
      this.confirmed.add(tx);
      const { subjectId } = event;
      await this.append(tx, actor, partnershipId, { type: 'PersonalDataFlagConfirmed', subjectId, data });
    }
    await this.append(tx, actor, partnershipId, event);
  }

  private async append(tx: Tx, actor: Actor, partnershipId: Id, event: AuditEvent): Promise<void> {
    const at = this.clock.now();
    const content = canonicalJson({
      partnership: partnershipId,
      at: at.toISOString(),
      actor: { id: actor.personId, name: actor.name },
      type: event.type,
      subject: event.subjectId,
      data: event.data,
    });
    // Sequence number and hashes are the database's: see the migration of the audit trail.
    await tx.query(
      `insert into audit_event (partnership_id, seq, recorded_at, actor_id, type, subject_id, content, previous_hash, hash)
       values ($1, 0, $2, $3, $4, $5, $6, '', '')`,
      [partnershipId, at, actor.personId, event.type, event.subjectId, content],
    );
  }
}
