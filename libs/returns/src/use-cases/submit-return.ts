import { AuditTrail, type FigureChange } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { decide } from '../domain/decide.js';
import { entryInWords, isSameEntry, saysTheSame } from '../domain/figure-entry.js';
import type { EnteredFigure } from '../domain/quarterly-return.js';
import type { ReturnReview } from '../domain/return-review.js';
import { moveOf } from '../domain/return-transitions.js';
import { authoriseOnReturn } from '../domain/rights-on-returns.js';
import { CommentaryRepository } from '../persistence/commentary.repository.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { FigureRepository } from '../persistence/figure.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { ReturnLocks } from './return-locks.js';
import { ReturnReviews } from './return-reviews.js';

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
    private readonly commentaries: CommentaryRepository,
    private readonly reviews: ReturnReviews,
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
      const commentary = await this.commentaries.standing(tx, current);
      const review = await this.reviews.of(tx, current, lines, draft);
      const figures = draft.map((figure) => withFindings(figure, review));
      const { contentSha256 } = decide(
        { quarterlyReturn: current, lines, figures, commentary, review, submission: null },
        { action: 'submit', by: actor },
      );

      const at = this.clock.now();
      const sentBefore = new Map(
        (await this.figures.submitted(tx, current)).map((figure) => [figure.lineId, figure]),
      );
      const changes: FigureChange[] = [];
      for (const figure of figures) {
        const before = sentBefore.get(figure.lineId) ?? null;
        if (before && isSameFigure(before, figure)) continue;
        await this.figures.record(tx, current, figure, at);
        if (saysTheSame(before?.entry ?? null, figure.entry)) continue;
        const measure = lines.find(({ id }) => id === figure.lineId)!.label;
        changes.push({
          measure,
          before: entryInWords(before?.entry ?? null),
          after: entryInWords(figure.entry),
        });
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

/** The figure with what the checks found that is right all the same; a reason for nothing is dropped. */
function withFindings(figure: EnteredFigure, { lines }: ReturnReview): EnteredFigure {
  const found = lines.find(({ lineId }) => lineId === figure.lineId)?.unusual ?? [];
  return found.length > 0 ? { ...figure, found } : { ...figure, found: null, rightBecause: null };
}

function isSameFigure(one: EnteredFigure, other: EnteredFigure): boolean {
  return (
    isSameEntry(one.entry, other.entry) &&
    one.rightBecause === other.rightBecause &&
    one.found?.join() === other.found?.join()
  );
}
