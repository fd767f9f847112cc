import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { CommentaryRepository } from '../persistence/commentary.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { ReturnsToEdit } from './returns-to-edit.js';

/** Characters of a commentary: a page of a board paper. */
export const LONGEST_COMMENTARY = 4000;

export interface WriteCommentaryCommand {
  readonly partnershipId: Id;
  readonly returnId: Id;
  readonly seenVersion: number;
  /** By line, and with null on the return as a whole; an empty text takes what stood away. */
  readonly texts: ReadonlyMap<Id | null, string>;
}

/** Writes the commentary of an open return: what happened, why, and what is done next. What stood before is kept. */
@Injectable()
export class WriteCommentary {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly commentaries: CommentaryRepository,
    private readonly toEdit: ReturnsToEdit,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: WriteCommentaryCommand): Promise<void> {
    const { partnershipId, returnId, seenVersion, texts } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      const current = await this.toEdit.hold(tx, actor, { partnershipId, returnId, seenVersion });
      const lines = await this.returns.lines(tx, current);
      const standing = new Map(
        (await this.commentaries.standing(tx, current)).map(({ lineId, wording }) => [lineId, wording]),
      );
      const by = { by: actor.personId, at: this.clock.now() };
      let changed = false;
      for (const [lineId, text] of texts) {
        const line = lines.find(({ id }) => id === lineId);
        if (lineId !== null && !line) throw notFound('line of this return');
        const wording = text.trim() || null;
        const before = standing.get(lineId) ?? null;
        if (before === wording) continue;
        if (wording && wording.length > LONGEST_COMMENTARY)
          throw new DomainError(
            'invalid',
            'returns.commentary-length',
            `A commentary has at most ${LONGEST_COMMENTARY} characters.`,
          );
        await this.commentaries.replace(tx, current, { lineId, wording }, by);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'CommentaryWritten',
          subjectId: returnId,
          data: {
            quarter: current.quarter.name,
            on: line?.label ?? 'the return as a whole',
            before,
            after: wording,
          },
        });
        changed = true;
      }
      if (changed) await this.returns.advance(tx, current, current.state);
    });
  }
}
