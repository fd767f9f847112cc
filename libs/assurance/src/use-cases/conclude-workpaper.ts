import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireIndependence } from '../domain/independence.js';
import { alreadyConcluded, requireConclusion } from '../domain/workpaper.js';
import { WorkpaperRepository } from '../persistence/workpaper.repository.js';

export interface ConcludeWorkpaperCommand {
  readonly partnershipId: Id;
  readonly workpaperId: Id;
  readonly words: string;
}

/** Concludes a workpaper of whose every figure something is said; after that nothing in it changes. */
@Injectable()
export class ConcludeWorkpaper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workpapers: WorkpaperRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, workpaperId, words }: ConcludeWorkpaperCommand): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'workpapers.keep', { partnershipId });
      requireIndependence(actor, partnershipId);
      const workpaper = isId(workpaperId) ? await this.workpapers.hold(tx, partnershipId, workpaperId) : null;
      if (!workpaper) throw notFound('workpaper');
      if (await this.workpapers.isConcluded(tx, partnershipId, workpaperId)) throw alreadyConcluded();
      const said = words.trim();
      requireConclusion(said, await this.workpapers.untested(tx, partnershipId, workpaperId));
      const recorded = { by: actor.personId, at: this.clock.now() };
      await this.workpapers.conclude(tx, partnershipId, workpaperId, said, recorded);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'WorkpaperConcluded',
        subjectId: workpaperId,
        data: { objective: workpaper.objective, words: said },
      });
    });
  }
}
