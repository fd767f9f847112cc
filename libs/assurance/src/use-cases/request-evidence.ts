import { AuditTrail } from '@lib/audit-trail';
import { type Actor, type CalendarDate, Clock, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type EvidenceItem, requireRequest, requireTitle } from '../domain/evidence.js';
import { requireReach } from '../domain/evidence-reach.js';
import { EvidenceRepository, type ObligationKey } from '../persistence/evidence.repository.js';
import { requireObligations } from './obligations-of-partnership.js';

export interface RequestEvidenceCommand extends EvidenceItem {
  readonly partnershipId: Id;
  readonly obligations: readonly ObligationKey[];
  readonly askedFor: string;
  /** The last day on which it is wanted. */
  readonly dueOn: CalendarDate;
}

/** Asks an authority for evidence on a duty, by a day. */
@Injectable()
export class RequestEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of what is asked for */
  execute(actor: Actor, command: RequestEvidenceCommand, once?: Once): Promise<Id> {
    const { partnershipId, obligations, authorityId, marking, dueOn } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        requireReach(actor, 'evidence.request', partnershipId, command);
        const title = command.title.trim();
        const askedFor = command.askedFor.trim();
        requireTitle(title);
        requireRequest({ askedFor, dueOn }, this.clock.today());
        await requireObligations(tx, partnershipId, obligations, this.clock.today());
        const recorded = { by: actor.personId, at: this.clock.now() };
        const id = newId();
        const item = { id, title, authorityId, marking, askedFor, dueOn };
        await this.evidence.add(tx, partnershipId, item, recorded);
        await this.evidence.link(tx, partnershipId, id, obligations, recorded);
        const requested = { evidenceId: id, versionId: null, state: 'requested', reason: null } as const;
        await this.evidence.setState(tx, partnershipId, requested, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'EvidenceRequested',
          subjectId: id,
          data: { title, marking, askedFor, dueOn, duties: obligations.map(({ reference }) => reference) },
        });
        return id;
      },
      once,
    );
  }
}
