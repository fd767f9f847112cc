import { authorise } from '@lib/access';
import { type Actor, Clock, DomainError, type Id, isId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { KEPT_DAYS, lastDayKept, type StoredBundle } from '../domain/audit-bundle.js';
import { AuditBundleRepository } from '../persistence/audit-bundle.repository.js';

const NEWEST = 20;

/** Reads the bundles of a partnership and what is in one. */
@Injectable()
export class ReadBundles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bundles: AuditBundleRepository,
    private readonly clock: Clock,
  ) {}

  /** The newest twenty, newest first. */
  list(actor: Actor, partnershipId: Id): Promise<StoredBundle[]> {
    return this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'audit-bundles.make', { partnershipId });
      return this.bundles.newest(tx, partnershipId, { limit: NEWEST });
    });
  }

  /**
   * The ZIP file of a bundle, a part at a time.
   *
   * @throws DomainError `not-found`, `audit-bundles.not-ready`, `audit-bundles.removed`
   */
  async file(
    actor: Actor,
    partnershipId: Id,
    id: Id,
  ): Promise<{ bundle: StoredBundle; size: number; parts: AsyncGenerator<Buffer> }> {
    const [bundle] = await this.work.read(actor, partnershipId, (tx) => {
      authorise(actor, 'audit-bundles.make', { partnershipId });
      return isId(id) ? this.bundles.newest(tx, partnershipId, { id, limit: 1 }) : Promise.resolve([]);
    });
    if (!bundle) throw notFound('audit bundle');
    if (bundle.made === null)
      throw new DomainError(
        'conflict',
        'audit-bundles.not-ready',
        'This audit bundle is not ready. The page Audit bundles says how far it has come, or why it could not be made.',
      );
    if (lastDayKept(bundle.endedAt!) < this.clock.today())
      throw new DomainError(
        'conflict',
        'audit-bundles.removed',
        `The file was removed after ${KEPT_DAYS} days. An auditor can make it again on the page Audit bundles.`,
      );
    return { bundle, size: bundle.made.size, parts: this.parts(actor, partnershipId, bundle) };
  }

  private async *parts(actor: Actor, partnershipId: Id, bundle: StoredBundle): AsyncGenerator<Buffer> {
    for (let number = 1; ; number += 1) {
      const part = await this.work.read(actor, partnershipId, (tx) =>
        this.bundles.part(tx, partnershipId, bundle, number),
      );
      if (!part) return;
      yield part;
    }
  }
}
