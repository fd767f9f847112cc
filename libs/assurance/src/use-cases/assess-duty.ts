import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { AsAt, dutyRecords } from '@lib/reporting';
import { occurrenceOf } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { requireAssessment, type WrittenAssessment } from '../domain/duty-assessment.js';
import { requireIndependence } from '../domain/independence.js';
import { DutyAssessmentRepository } from '../persistence/duty-assessment.repository.js';
import { EvidenceRepository } from '../persistence/evidence.repository.js';

export interface AssessDutyCommand extends WrittenAssessment {
  readonly partnershipId: Id;
  /** The key of the occurrence. */
  readonly occurrence: string;
  /** The assessment that the page showed, by its id; null where it showed none. */
  readonly seen: Id | null;
}

/** Records what was found of one occurrence of a duty: whether it applies, and whether it is met. */
@Injectable()
export class AssessDuty {
  constructor(
    private readonly work: UnitOfWork,
    private readonly assessments: DutyAssessmentRepository,
    private readonly evidence: EvidenceRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: AssessDutyCommand, once?: Once): Promise<void> {
    const { partnershipId, occurrence: key, applies, result } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'duties.assess', { partnershipId });
        requireIndependence(actor, partnershipId);
        const today = this.clock.today();
        const known = await dutyRecords(tx, partnershipId, today, AsAt.now);
        const occurrence = occurrenceOf(key, known.profile, known.records, today);
        if (!occurrence) throw notFound('occurrence of a duty');
        const { duty, bearer } = occurrence.obligation;
        const before = await this.assessments.held(tx, partnershipId, key);
        if ((before?.id ?? null) !== command.seen) throw changedMeanwhile();
        const accepted = await this.evidence.accepted(
          tx,
          partnershipId,
          { reference: duty.reference, bearer },
          today,
        );
        const written = { applies, result, words: command.words.trim() };
        requireAssessment(written, occurrence.about, accepted);
        const rests = accepted.filter(
          ({ from, until }) => from < occurrence.about.until && occurrence.about.from < until,
        );
        await this.assessments.set(
          tx,
          partnershipId,
          {
            ...{ occurrence: key, about: occurrence.about, wording: duty.wording },
            law: `${duty.act.title}, ${duty.provision}`,
          },
          written,
          rests.map(({ versionId }) => versionId),
          { by: actor.personId, at: this.clock.now() },
        );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'DutyAssessed',
          subjectId: partnershipId,
          data: {
            occurrence: key,
            before: before && said(before),
            after: said(written),
            reason: written.words,
            evidence: rests.map(({ versionId }) => versionId),
          },
        });
      },
      once,
    );
  }
}

function said({ applies, result }: { readonly applies: boolean; readonly result: string }): string {
  return applies ? result : 'does not apply';
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    'conflict',
    'assurance.assessment-changed',
    'Somebody else has assessed this meanwhile. Look at what they found, and record yours again if you still would.',
  );
}
