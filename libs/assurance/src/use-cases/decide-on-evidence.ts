import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireReach } from '../domain/evidence-reach.js';
import { type EvidenceAction, evidenceMove } from '../domain/evidence-transitions.js';
import { requireReason } from '../domain/evidence-reason.js';
import { requireIndependence } from '../domain/independence.js';
import { requireClean } from '../domain/known-to-be-clean.js';
import { type CurrentVersion, EvidenceRepository } from '../persistence/evidence.repository.js';

export interface DecideOnEvidenceCommand {
  readonly partnershipId: Id;
  readonly versionId: Id;
  readonly action: Exclude<EvidenceAction, 'withdrawRequest'>;
  /** Needed to reject and to withdraw. */
  readonly reason: string | null;
}

/** Takes up, accepts, rejects or withdraws one version of evidence. */
@Injectable()
export class DecideOnEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(
    actor: Actor,
    { partnershipId, versionId, action, reason }: DecideOnEvidenceCommand,
  ): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      const evidenceId = isId(versionId)
        ? (await this.evidence.version(tx, partnershipId, versionId))?.evidenceId
        : undefined;
      const item = evidenceId && (await this.evidence.hold(tx, partnershipId, evidenceId));
      // Read again behind the lock: somebody else may just have decided.
      const version = item ? await this.evidence.version(tx, partnershipId, versionId) : null;
      if (!item || !version) throw notFound('version of evidence');
      const move = evidenceMove(version.state, action);
      requireReach(actor, move.permission, partnershipId, item);
      if (move.permission === 'evidence.review') requireIndependence(actor, partnershipId);
      if (move.needs.includes('another-person')) requireAnotherPerson(actor, version);
      if (move.needs.includes('known-to-be-clean')) requireClean(version);
      const words = reason?.trim() || null;
      if (move.needs.includes('reason')) requireReason(words);
      const recorded = { by: actor.personId, at: this.clock.now() };
      const next = { evidenceId: item.id, versionId, state: move.to, reason: words };
      await this.evidence.setState(tx, partnershipId, next, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'EvidenceDecided',
        subjectId: item.id,
        data: {
          ...{ title: item.title, version: String(version.number), sha256: version.sha256 },
          ...{ before: version.state, after: move.to, reason: words },
        },
      });
    });
  }
}

function requireAnotherPerson(actor: Actor, { kind, suppliedBy }: CurrentVersion): void {
  // A record of the partnership is nobody's own, whoever pointed at it.
  if (kind === 'record' || suppliedBy !== actor.personId) return;
  throw new DomainError(
    'forbidden',
    'assurance.own-evidence',
    'You supplied this evidence. Another auditor reviews it.',
  );
}
