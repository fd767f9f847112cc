import { AuditTrail, type FigureChange } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { entryInWords, type FigureEntry, keepingProvenance, saysTheSame } from '../domain/figure-entry.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { ReturnsToEdit } from './returns-to-edit.js';

export interface SaveFiguresCommand {
  readonly partnershipId: Id;
  readonly returnId: Id;
  /** The version the page was made from. */
  readonly seenVersion: number;
  /** What each line says; null is blank. A line that is left out is left as it is. */
  readonly entries: ReadonlyMap<Id, FigureEntry | null>;
  /** Why unusual figures are right; a line without one loses the reason it had with another figure. */
  readonly answers?: ReadonlyMap<Id, string>;
}

/**
 * Saves the figures of an open return as a draft. Of two people who save from the same version one wins; the other
 * gets `returns.changed-meanwhile` and nothing of theirs is written.
 */
@Injectable()
export class SaveFigures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReturnRepository,
    private readonly drafts: DraftRepository,
    private readonly toEdit: ReturnsToEdit,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the version of the return after the save; the same when nothing was different */
  execute(
    actor: Actor,
    { partnershipId, returnId, seenVersion, entries, answers = new Map() }: SaveFiguresCommand,
  ): Promise<number> {
    return this.work.run(actor, partnershipId, async (tx) => {
      const current = await this.toEdit.hold(tx, actor, { partnershipId, returnId, seenVersion });

      const lines = new Map((await this.returns.lines(tx, current)).map((line) => [line.id, line]));
      const standing = new Map(
        (await this.drafts.figures(tx, current)).map((figure) => [figure.lineId, figure]),
      );
      const changes: FigureChange[] = [];
      for (const [lineId, entry] of entries) {
        const line = lines.get(lineId);
        if (!line) throw notFound('line of this return');
        const before = standing.get(lineId);
        const same = saysTheSame(before?.entry ?? null, entry);
        const rightBecause = answers.get(lineId) ?? (same ? (before?.rightBecause ?? null) : null);
        if (same && rightBecause === (before?.rightBecause ?? null)) continue;
        if (entry === null) await this.drafts.remove(tx, partnershipId, lineId);
        else {
          const kept = keepingProvenance(entry, before?.entry ?? null);
          const figure = { lineId, entry: kept, enteredBy: actor.personId, rightBecause };
          await this.drafts.put(tx, partnershipId, figure, this.clock.now());
        }
        changes.push({
          measure: line.label,
          before: entryInWords(before?.entry ?? null),
          after: entryInWords(entry),
          ...(rightBecause !== null && { rightBecause }),
        });
      }
      if (changes.length === 0) return current.version;

      await this.returns.advance(tx, current, current.state);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'FiguresSaved',
        subjectId: returnId,
        data: { quarter: current.quarter.name, changes },
      });
      return current.version + 1;
    });
  }
}
