import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { QuarterlyReturn, Restatement } from '../domain/quarterly-return.js';
import { authoriseOnReturn } from '../domain/rights-on-returns.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { FigureRepository } from '../persistence/figure.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { ReturnLocks } from './return-locks.js';

export interface BeginRestatementCommand extends Omit<Restatement, 'returnId'> {
  readonly partnershipId: Id;
  /** The accepted return to correct. */
  readonly returnId: Id;
}

/**
 * Begins the correction of an accepted return: a linked new revision that starts as a draft of what was said, asks the
 * same under the same definitions and targets, and goes the whole way to approval and acceptance. Until it is approved
 * the accepted figures count; afterwards they stay visible beside it.
 */
@Injectable()
export class BeginRestatement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly figures: FigureRepository,
    private readonly drafts: DraftRepository,
    private readonly locks: ReturnLocks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the new revision */
  execute(
    actor: Actor,
    { partnershipId, returnId, kind, reason }: BeginRestatementCommand,
    once?: Once,
  ): Promise<Id> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        const accepted = await this.returns.get(tx, partnershipId, returnId, 'for-change');
        authoriseOnReturn(actor, 'returns.edit', accepted);
        if (reason.trim() === '')
          throw new DomainError('invalid', 'returns.reason', 'Say why the figures are corrected.');
        if (accepted.state !== 'accepted')
          throw new DomainError(
            'conflict',
            'returns.not-accepted',
            'Only an accepted return is corrected. One that is still on its way is sent back and changed.',
          );
        if ((await this.returns.newestRevision(tx, accepted)) !== accepted.revision)
          throw new DomainError(
            'conflict',
            'returns.corrected-already',
            'A newer revision of this return exists. Correct that one, once it is accepted.',
          );
        const revision: QuarterlyReturn = {
          ...accepted,
          id: newId(),
          revision: accepted.revision + 1,
          restates: { returnId, kind, reason: reason.trim() },
          state: 'draft',
          version: 1,
        };
        const lock = await this.locks.of(tx, revision);
        if (lock) throw new DomainError('conflict', `returns.${lock.reason}`, lock.words);

        const lines = await this.returns.lines(tx, accepted);
        const copies = new Map(lines.map((line) => [line.id, { ...line, id: newId() }]));
        const now = this.clock.now();
        await this.returns.add(tx, revision, [...copies.values()], now);
        for (const { lineId, entry } of await this.figures.submitted(tx, accepted))
          await this.drafts.put(
            tx,
            partnershipId,
            { lineId: copies.get(lineId)!.id, entry, enteredBy: actor.personId, rightBecause: null },
            now,
          );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'RestatementBegun',
          subjectId: revision.id,
          data: {
            quarter: revision.quarter.name,
            revision: String(revision.revision),
            kind,
            reason: reason.trim(),
          },
        });
        return revision.id;
      },
      once,
    );
  }
}
