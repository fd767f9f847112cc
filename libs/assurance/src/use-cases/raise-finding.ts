import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, isId, newId, notFound } from '@lib/kernel';
import { type Once, type Tx, UnitOfWork } from '@lib/persistence';
import { AsAt, dutyRecords, findingOn } from '@lib/reporting';
import { occurrenceOf } from '@lib/statutory';
import { Injectable } from '@nestjs/common';
import { type FindingSubject, requireFinding, type WrittenFinding } from '../domain/finding.js';
import { requireIndependence } from '../domain/independence.js';
import { FindingRepository } from '../persistence/finding.repository.js';

export interface RaiseFindingCommand extends WrittenFinding {
  readonly partnershipId: Id;
  readonly on: FindingSubject;
}

/** Raises a finding on evidence, on a figure or on an occurrence of a duty, and asks for an answer by a day. */
@Injectable()
export class RaiseFinding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly findings: FindingRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the new finding */
  execute(actor: Actor, { partnershipId, on, ...command }: RaiseFindingCommand, once?: Once): Promise<Id> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'findings.raise', { partnershipId });
        requireIndependence(actor, partnershipId);
        const written = {
          ...command,
          ...{ title: command.title.trim(), found: command.found.trim() },
          ...{ expected: command.expected.trim(), recommendation: command.recommendation.trim() },
        };
        requireFinding(written, this.clock.today());
        await this.requireSubject(tx, partnershipId, on);
        const { authorityId, answerBy } = written;
        if (authorityId !== null && !(await this.findings.isAuthority(tx, partnershipId, authorityId)))
          throw notFound('authority that could answer');
        const id = newId();
        const recorded = { by: actor.personId, at: this.clock.now() };
        const number = await this.findings.add(tx, partnershipId, id, on, written, recorded);
        const raised = { move: 'raise', state: 'raised', words: null, answer: null, answerBy } as const;
        await this.findings.addEntry(tx, partnershipId, { findingId: id, number: 1 }, raised, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'AssuranceFindingRaised',
          subjectId: id,
          data: {
            ...{
              number: String(number),
              title: written.title,
              rating: written.rating,
              on: idOf(on),
              answerBy,
            },
            ...{ found: written.found, expected: written.expected },
            recommendation: written.recommendation,
          },
        });
        return id;
      },
      once,
    );
  }

  private async requireSubject(tx: Tx, partnershipId: Id, on: FindingSubject): Promise<void> {
    if (on.kind === 'duty') {
      const today = this.clock.today();
      const { profile, records } = await dutyRecords(tx, partnershipId, today, AsAt.now);
      if (!occurrenceOf(on.occurrence, profile, records, today)) throw notFound('occurrence of a duty');
      return;
    }
    const ids = on.kind === 'evidence' ? [on.versionId] : [on.figureId, on.workpaperId];
    const isNamed = ids.every((one) => one === null || isId(one));
    if (!isNamed || !(await findingOn(tx, partnershipId, on))) throw notFound('evidence or figure');
  }
}

/** What a finding is on, by its kind and name. */
function idOf(on: FindingSubject): string {
  switch (on.kind) {
    case 'evidence':
      return `evidence ${on.versionId}`;
    case 'figure':
      return `figure ${on.figureId}`;
    case 'duty':
      return on.occurrence;
  }
}
