import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireReach } from '../domain/evidence-reach.js';
import { EvidenceRepository, type ObligationKey } from '../persistence/evidence.repository.js';
import { requireObligations } from './obligations-of-partnership.js';

export interface LinkEvidenceCommand {
  readonly partnershipId: Id;
  readonly evidenceId: Id;
  /** All the duties that it is evidence of, from now on. */
  readonly obligations: readonly ObligationKey[];
}

/** Says which duties a piece of evidence is about: one may prove many. */
@Injectable()
export class LinkEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, evidenceId, obligations }: LinkEvidenceCommand): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      const item = isId(evidenceId) ? await this.evidence.hold(tx, partnershipId, evidenceId) : null;
      if (!item) throw notFound('evidence');
      requireReach(actor, 'evidence.supply', partnershipId, item);
      await requireObligations(tx, partnershipId, obligations, this.clock.today());
      const recorded = { by: actor.personId, at: this.clock.now() };
      const before = await this.evidence.obligationsOf(tx, partnershipId, evidenceId);
      const added = obligations.filter((one) => !before.some(same(one)));
      const removed = before.filter((one) => !obligations.some(same(one)));
      if (added.length === 0 && removed.length === 0) return;
      for (const one of removed) await this.evidence.unlink(tx, partnershipId, evidenceId, one, recorded.at);
      await this.evidence.link(tx, partnershipId, evidenceId, added, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'EvidenceLinked',
        subjectId: evidenceId,
        data: { title: item.title, before: inWords(before), after: inWords(obligations) },
      });
    });
  }
}

const same = (one: ObligationKey) => (other: ObligationKey) =>
  one.reference === other.reference && one.bearer === other.bearer;

function inWords(obligations: readonly ObligationKey[]): string {
  return (
    obligations
      .map(({ reference, bearer }) => `${reference} (${bearer})`)
      .sort()
      .join(', ') || 'no duty'
  );
}
