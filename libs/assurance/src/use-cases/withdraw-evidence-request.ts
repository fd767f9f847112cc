import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireReach } from '../domain/evidence-reach.js';
import { requireReason } from '../domain/evidence-reason.js';
import { evidenceMove } from '../domain/evidence-transitions.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';

export interface WithdrawEvidenceRequestCommand {
  readonly partnershipId: Id;
  readonly evidenceId: Id;
  readonly reason: string;
}

/** Asks no more for what was asked for and has not come. */
@Injectable()
export class WithdrawEvidenceRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    { partnershipId, evidenceId, reason }: WithdrawEvidenceRequestCommand,
  ): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      const item = isId(evidenceId) ? await this.evidence.hold(tx, partnershipId, evidenceId) : null;
      if (!item || !(await this.evidence.isRequested(tx, partnershipId, evidenceId)))
        throw notFound('request that waits for an answer');
      const move = evidenceMove('requested', 'withdrawRequest');
      requireReach(actor, move.permission, partnershipId, item);
      const words = reason.trim();
      requireReason(words);
      const next = { evidenceId, versionId: null, state: move.to, reason: words };
      await this.evidence.setState(tx, partnershipId, next, { by: actor.personId, at: this.clock.now() });
      await this.trail.record(tx, actor, partnershipId, {
        type: 'EvidenceRequestWithdrawn',
        subjectId: evidenceId,
        data: { title: item.title, reason: words },
      });
    });
  }
}
