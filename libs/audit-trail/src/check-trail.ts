import { authorise } from '@lib/access';
import type { Actor } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { type ChainCheck, checkChain } from './check-chain.js';
import type { Checkpoint } from './checkpoints/checkpoint.js';
import type { TrailOwner, TrustedCheckpoints } from './checkpoints/checkpoint-folder.js';

/** What the trail is found to be, by itself and beside its checkpoints. */
export interface TrailCheck {
  readonly chain: ChainCheck;
  /** The newest checkpoint that holds; null when there is none, or none is looked at. */
  readonly newest: Checkpoint | null;
  /** Checkpoints that cannot be relied on, a sentence each. */
  readonly problems: readonly string[];
}

/** Works a partnership's whole trail out again. */
@Injectable()
export class CheckTrail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Checks, and changes nothing: an operator's act.
   *
   * @param checkpoints null when none are kept
   */
  async execute(
    actor: Actor,
    partnership: TrailOwner,
    checkpoints: TrustedCheckpoints | null,
  ): Promise<TrailCheck> {
    authorise(actor, 'audit-trail.view', { partnershipId: partnership.id });
    // Read first: an event that is signed while the chain is read would look as if it were missing.
    const found = await checkpoints?.folder.of(partnership, checkpoints.keys);
    const chain = await this.work.read(actor, partnership.id, (tx) =>
      checkChain(tx, partnership.id, found?.sound ?? []),
    );
    return { chain, newest: found?.sound.at(-1) ?? null, problems: found?.problems ?? [] };
  }

  /** Checks, and records what was found, so that the page can say it without reading a million events. */
  async record(
    actor: Actor,
    partnership: TrailOwner,
    checkpoints: TrustedCheckpoints | null,
  ): Promise<TrailCheck> {
    const check = await this.execute(actor, partnership, checkpoints);
    await this.work.run(actor, partnership.id, (tx) =>
      this.trail.record(tx, actor, partnership.id, {
        type: 'TrailChecked',
        subjectId: partnership.id,
        data: { whole: isWhole(check) ? 'yes' : 'no', found: checkWords(check).join(' ') },
      }),
    );
    return check;
  }
}

/** Whether nothing is wrong with the trail, nor with any checkpoint of it. */
export function isWhole({ chain, problems }: TrailCheck): boolean {
  return chain.whole && problems.length === 0;
}

/** What was found, a sentence each. */
export function checkWords({ chain, newest, problems }: TrailCheck): string[] {
  const found = chain.whole
    ? `The trail is whole: ${chain.events} events, the last with hash ${chain.head ?? 'none'}.`
    : `The trail breaks at event ${chain.firstBadSeq}: ${chain.problem}.`;
  const beside = newest
    ? `The newest checkpoint covers events up to ${newest.seq} and was signed at ${newest.at}.`
    : `There is no ${problems.length > 0 ? 'sound ' : ''}checkpoint to compare it with, so a tail that was cut off would not be seen.`;
  return [found, ...problems, beside];
}
