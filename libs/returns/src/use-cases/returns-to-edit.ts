import { type Actor, DomainError, type Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { QuarterlyReturn } from '../domain/quarterly-return.js';
import { authoriseOnReturn } from '../domain/rights-on-returns.js';
import { ReturnRepository } from '../persistence/return.repository.js';
import { ReturnLocks } from './return-locks.js';

/** Returns whose draft is about to be changed. */
@Injectable()
export class ReturnsToEdit {
  constructor(
    private readonly returns: ReturnRepository,
    private readonly locks: ReturnLocks,
  ) {}

  /**
   * Holds a return until the end of `tx` for somebody who may edit it, while it is open and as they saw it. Of two who
   * saw the same version one wins; the other gets `returns.changed-meanwhile`.
   */
  async hold(
    tx: Tx,
    actor: Actor,
    { partnershipId, returnId, seenVersion }: { partnershipId: Id; returnId: Id; seenVersion: number },
  ): Promise<QuarterlyReturn> {
    const current = await this.returns.get(tx, partnershipId, returnId, 'for-change');
    authoriseOnReturn(actor, 'returns.edit', current);
    const lock = await this.locks.of(tx, current);
    if (lock) throw new DomainError('conflict', `returns.${lock.reason}`, lock.words);
    if (current.version !== seenVersion)
      throw new DomainError(
        'conflict',
        'returns.changed-meanwhile',
        'Somebody else saved this return after you opened it. Nothing of yours is saved yet.',
      );
    return current;
  }
}
