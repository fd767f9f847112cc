import { AuditTrail } from '@lib/audit-trail';
import { type Actor, addDays, Clock, type Id, startOfDay } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { KEPT_UNDECIDED_DAYS } from '../domain/published-file.js';
import { PublishedFileContents } from '../persistence/published-file-contents.js';
import { PublishedFileRepository } from '../persistence/published-file.repository.js';

/** No upload takes so long: the web process ends every request before. */
const ARRIVED_AFTER_MS = 60 * 60 * 1000;
const WHY = `nobody decided on it for ${KEPT_UNDECIDED_DAYS} days`;

/**
 * Clears what is of no more use: files that broke off on their way with the process that took them in, and files that
 * nobody has decided on for long.
 */
@Injectable()
export class ClearFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: PublishedFileRepository,
    private readonly contents: PublishedFileContents,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(partnershipId: Id): Promise<void> {
    // A transaction each: they are long.
    while (
      await this.work.run(worker(partnershipId), partnershipId, (tx) => this.clearOne(tx, partnershipId))
    );
  }

  /** @returns false when there is none to clear */
  private async clearOne(tx: Tx, partnershipId: Id): Promise<boolean> {
    const now = this.clock.now();
    const old = await this.files.findOld(tx, partnershipId, {
      arrivingSince: new Date(now.getTime() - ARRIVED_AFTER_MS),
      undecidedSince: startOfDay(addDays(this.clock.today(), -KEPT_UNDECIDED_DAYS)),
    });
    if (!old) return false;
    const { id, name, state, notes } = old;
    if (state === 'receiving') {
      await this.files.removeUnlessWhole(tx, id);
      return true;
    }
    await this.contents.remove(tx, id);
    await this.files.change(tx, id, [state], {
      ...{ state: 'abandoned', decidedAt: now, notes: [...notes, sentence(WHY)] },
    });
    await this.trail.record(tx, worker(partnershipId), partnershipId, {
      type: 'PublishedFileAbandoned',
      subjectId: id,
      data: { file: name, why: WHY },
    });
    return true;
  }
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Whoever does what nobody in particular does: it holds no right. */
function worker(partnershipId: Id): Actor {
  return { personId: partnershipId, name: 'Community safety tracker', grants: [] };
}
