import type { KeyObject } from 'node:crypto';
import { type Actor, Clock } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { CheckTrail, isWhole, type TrailCheck } from './check-trail.js';
import type { TrailOwner, TrustedCheckpoints } from './checkpoints/checkpoint-folder.js';

/** Signs what a trail is now, and keeps it outside the database. */
@Injectable()
export class SignCheckpoint {
  constructor(
    private readonly checkTrail: CheckTrail,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks the trail, records what was found and signs the newest event, which is that record.
   *
   * @returns the path of the new checkpoint; null when something is wrong, since a trail that is not whole is not signed
   */
  async execute(
    actor: Actor,
    partnership: TrailOwner,
    checkpoints: TrustedCheckpoints,
    privateKey: KeyObject,
  ): Promise<{ check: TrailCheck; file: string | null }> {
    const check = await this.checkTrail.record(actor, partnership, checkpoints);
    if (!isWhole(check)) return { check, file: null };
    const head = await this.work.read(actor, partnership.id, async (tx) => {
      const [newest] = await tx.query<{ seq: string; hash: string }>(
        'select seq, hash from audit_event where partnership_id = $1 order by seq desc limit 1',
        [partnership.id],
      );
      return newest!;
    });
    const checkpoint = {
      partnership: partnership.id,
      seq: Number(head.seq),
      hash: head.hash,
      at: this.clock.now(),
    };
    return { check, file: await checkpoints.folder.add(partnership.slug, checkpoint, privateKey) };
  }
}
