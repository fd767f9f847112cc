import type { Actor, Id } from '@lib/kernel';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Once, onceOnly } from './once.js';
import { Tx } from './tx.js';

/**
 * The only way into the database. Row-level security reads two settings that live as long as the transaction: which
 * partnership, and who. A write that fails half-way leaves nothing, its audit event included.
 */
@Injectable()
export class UnitOfWork {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Reads and writes within one partnership.
   *
   * @param once makes sure that a request that is sent twice is carried out once; its result must be plain JSON
   */
  run<Result>(
    actor: Actor,
    partnershipId: Id,
    work: (tx: Tx) => Promise<Result>,
    once?: Once,
  ): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await announce(manager, partnershipId, actor.personId);
      const tx = new Tx(manager);
      return once ? onceOnly(tx, actor, partnershipId, once, () => work(tx)) : work(tx);
    });
  }

  /** Reads within one partnership, all of it as of one moment; PostgreSQL refuses any write. */
  read<Result>(actor: Actor, partnershipId: Id, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('set transaction read only');
      await announce(manager, partnershipId, actor.personId);
      return work(new Tx(manager));
    });
  }

  /**
   * Work on what belongs to no partnership: people, sign-ins, the directory of partnerships. No partnership's rows
   * are visible in it, save a person's own roles.
   */
  runOutsidePartnerships<Result>(personId: Id | null, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await announce(manager, null, personId);
      return work(new Tx(manager));
    });
  }
}

async function announce(
  manager: EntityManager,
  partnershipId: Id | null,
  personId: Id | null,
): Promise<void> {
  await manager.query(
    "select set_config('app.partnership_id', $1, true), set_config('app.person_id', $2, true)",
    [partnershipId ?? '', personId ?? ''],
  );
}
