import { type Actor, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { openReview, type OpenReview, type ReturnReview } from '../domain/return-review.js';
import { authoriseOnReturn } from '../domain/rights-on-returns.js';
import { CommentaryRepository } from '../persistence/commentary.repository.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { ReturnReviews } from './return-reviews.js';

/** What has to be looked at before a draft is sent, for the pages on which that is done. */
@Injectable()
export class ReviewReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly drafts: DraftRepository,
    private readonly commentaries: CommentaryRepository,
    private readonly reviews: ReturnReviews,
  ) {}

  execute(
    actor: Actor,
    { partnershipId, returnId }: { partnershipId: Id; returnId: Id },
  ): Promise<{ review: ReturnReview; open: OpenReview }> {
    return this.work.read(actor, partnershipId, async (tx) => {
      const current = await this.returns.get(tx, partnershipId, returnId, 'to-read');
      authoriseOnReturn(actor, 'returns.edit', current);
      const draft = await this.drafts.figures(tx, current);
      const lines = await this.returns.lines(tx, current);
      const review = await this.reviews.of(tx, current, lines, draft);
      return { review, open: openReview(review, draft, await this.commentaries.standing(tx, current)) };
    });
  }
}
