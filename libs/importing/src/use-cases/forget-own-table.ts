import { AuditTrail } from '@lib/audit-trail';
import { Clock, type Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import { requireOwn } from '../domain/remembered-answer.js';
import { type Loader, Loading } from '../loading.js';
import { OwnTableRepository } from '../persistence/own-table.repository.js';

/**
 * Forgets a table of one's own: the next file with its headings is of a table that is new. Its figures stand, and the
 * measures that are published in it keep them.
 */
@Injectable()
export class ForgetOwnTable {
  constructor(
    private readonly loading: Loading,
    private readonly tables: OwnTableRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `published-answers.not-remembered`, `published-answers.for-everybody` */
  execute(loader: Loader, keptId: Id): Promise<void> {
    return this.loading.run(loader, async (tx) => {
      const current = await this.tables.find(tx, keptId);
      requireOwn(current, loader.loadedFor);
      await this.tables.forget(tx, current.tableId, this.clock.now());
      if (loader.actor && loader.loadedFor)
        await this.trail.record(tx, loader.actor, loader.loadedFor, {
          type: 'OwnTableForgotten',
          subjectId: current.tableId,
          data: { table: current.name },
        });
    });
  }
}
