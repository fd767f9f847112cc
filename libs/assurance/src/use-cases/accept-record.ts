import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId, notFound } from '@lib/kernel';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { acceptedReturns, AsAt, dutyRecords, provingRecords } from '@lib/reporting';
import { type Occurrence, occurrenceOf } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import type { SuppliedVersion } from '../domain/evidence.js';
import { requireIndependence } from '../domain/independence.js';
import { type Fact, factsFor } from '../domain/proving-facts.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';

export interface AcceptRecordCommand {
  readonly partnershipId: Id;
  /** The key of the occurrence that the record is to prove. */
  readonly occurrence: string;
  readonly recordId: Id;
  /** Of what the page showed: what is accepted is exactly that. */
  readonly contentSha256: string;
}

/** Takes a record of the partnership as evidence of a duty: the system offers it, an auditor accepts it. */
@Injectable()
export class AcceptRecord {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: AcceptRecordCommand, once?: Once): Promise<void> {
    const { partnershipId, occurrence: key } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'evidence.review', { partnershipId });
        requireIndependence(actor, partnershipId);
        const today = this.clock.today();
        const known = await dutyRecords(tx, partnershipId, today, AsAt.now);
        const occurrence = occurrenceOf(key, known.profile, known.records, today);
        if (!occurrence) throw notFound('occurrence of a duty');
        const fact = await offered(tx, partnershipId, occurrence, command);
        const { duty, bearer } = occurrence.obligation;
        const recorded = { by: actor.personId, at: this.clock.now() };
        const evidenceId = newId();
        const title = fact.name.slice(0, 150);
        await this.evidence.add(
          tx,
          partnershipId,
          { id: evidenceId, title, authorityId: null, marking: 'official', askedFor: null, dueOn: null },
          recorded,
        );
        await this.evidence.link(
          tx,
          partnershipId,
          evidenceId,
          [{ reference: duty.reference, bearer }],
          recorded,
        );
        const version = versionOf(fact, occurrence);
        const { id: versionId } = await this.evidence.addVersion(
          tx,
          partnershipId,
          evidenceId,
          version,
          recorded,
        );
        for (const state of ['received', 'in-review', 'accepted'] as const)
          await this.evidence.setState(
            tx,
            partnershipId,
            { evidenceId, versionId, state, reason: null },
            recorded,
          );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'RecordAcceptedAsEvidence',
          subjectId: evidenceId,
          data: { occurrence: key, name: fact.name, record: fact.id, sha256: fact.contentSha256 },
        });
      },
      once,
    );
  }
}

async function offered(
  tx: Tx,
  partnershipId: Id,
  occurrence: Occurrence,
  { recordId, contentSha256 }: AcceptRecordCommand,
): Promise<Fact> {
  const returns = await acceptedReturns(tx, partnershipId, occurrence.about.from, AsAt.now);
  const records = { ...(await provingRecords(tx, partnershipId, AsAt.now)), returns };
  const fact = factsFor(occurrence, records).find(({ id }) => id === recordId);
  if (fact?.contentSha256 === contentSha256) return fact;
  throw new DomainError(
    'conflict',
    'assurance.record-changed',
    'This record is not offered any more: it was put right or taken back meanwhile. Go back and look at what is offered now.',
  );
}

function versionOf({ kind, id, name, contentSha256 }: Fact, { about }: Occurrence): SuppliedVersion {
  return {
    content: {
      kind: 'record',
      name: name.slice(0, 200),
      recordKind: kind,
      recordId: id,
      sha256: contentSha256,
    },
    ...{ coversFrom: about.from, coversUntil: about.until, expiresOn: null },
    words: 'A record of the partnership, as it stood when it was accepted',
  };
}
