import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { MOST_WAITING, type Period, requirePeriod } from '../domain/audit-bundle.js';
import { AuditBundleRepository } from '../persistence/audit-bundle.repository.js';
import { SECTIONS } from '../sections/sections.js';

/** Asks for the audit bundle of a period, which a worker then makes. */
@Injectable()
export class RequestBundle {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bundles: AuditBundleRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the new bundle
   * @throws DomainError `audit-bundles.period`, `audit-bundles.to-come`, `audit-bundles.many-waiting`
   */
  execute(actor: Actor, partnershipId: Id, period: Period, once?: Once): Promise<Id> {
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'audit-bundles.make', { partnershipId });
        requirePeriod(period, this.clock.today());
        if ((await this.bundles.countWaiting(tx, partnershipId)) >= MOST_WAITING)
          throw new DomainError(
            'conflict',
            'audit-bundles.many-waiting',
            `${MOST_WAITING} audit bundles are being made already. Ask for this one when they are ready.`,
          );
        const id = newId();
        await this.bundles.add(tx, partnershipId, {
          ...{ id, period, by: actor.personId, at: this.clock.now(), sections: SECTIONS.length },
        });
        await this.trail.record(tx, actor, partnershipId, {
          type: 'AuditBundleRequested',
          subjectId: id,
          data: { from: period.from, until: period.until },
        });
        return id;
      },
      once,
    );
  }
}
