import { AuditTrail, type FigureChange } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { decide } from '../domain/decide.js';
import { entryInWords, saysTheSame } from '../domain/figure-entry.js';
import { moveOf } from '../domain/return-transitions.js';
import { authoriseOnReturn } from '../domain/rights-on-returns.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { FigureRepository } from '../persistence/figure.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { ReturnLocks } from './return-locks.js';

/**
 * Sends a return for approval: the draft becomes figures that are never changed. Sent again after it came back, only
 * what is different is recorded anew, and the old figure stays beside it.
 */
@Injectable()
export class SubmitReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly drafts: DraftRepository,
    private readonly figures: FigureRepository,
    private readonly locks: ReturnLocks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: { partnershipId: Id; returnId: Id; seenVersion: number }): Promise<void> {
    const { partnershipId, returnId, seenVersion } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      const current = await this.returns.get(tx, partnershipId, returnId, 'for-change');
      authoriseOnReturn(actor, moveOf(current.state, 'submit').permission, current);
      if (current.version !== seenVersion)
        throw new DomainError(
          'conflict',
          'returns.changed-meanwhile',
          'Somebody else changed this return after you opened it. Check it again before you send it.',
        );
      const lock = await this.locks.of(tx, current);
      if (lock) throw new DomainError('conflict', `returns.${lock.reason}`, lock.words);
      const lines = await this.returns.lines(tx, current);
      const draft = await this.drafts.figures(tx, current);
      const { contentSha256 } = decide(
        { quarterlyReturn: current, lines, figures: draft, submission: null },
        { action: 'submit', by: actor },
      );

      const at = this.clock.now();
      const sentBefore = new Map(
        (await this.figures.submitted(tx, current)).map((figure) => [figure.lineId, figure.entry]),
      );
      const changes: FigureChange[] = [];
      for (const figure of draft) {
        const before = sentBefore.get(figure.lineId) ?? null;
        if (saysTheSame(before, figure.entry)) continue;
        await this.figures.record(tx, current, figure, at);
        const measure = lines.find(({ id }) => id === figure.lineId)!.label;
        changes.push({ measure, before: entryInWords(before), after: entryInWords(figure.entry) });
      }
      await this.returns.addDecision(tx, current, {
        id: newId(),
        leadsTo: 'submitted',
        by: actor.personId,
        at,
        contentSha256,
        comment: null,
      });
      await this.returns.advance(tx, current, 'submitted');
      await this.trail.record(tx, actor, partnershipId, {
        type: 'ReturnSubmitted',
        subjectId: returnId,
        data: { quarter: current.quarter.name, contentSha256, changes },
      });
    });
  }
}
