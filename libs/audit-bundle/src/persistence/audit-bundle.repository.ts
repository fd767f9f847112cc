import type { CalendarDate, Id } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import type { ClaimedBundle, Period, StoredBundle } from '../domain/audit-bundle.js';
import { AuditBundlePartRow } from './audit-bundle-part.row.js';
import { AuditBundleRow } from './audit-bundle.row.js';

@Injectable()
export class AuditBundleRepository {
  async add(
    tx: Tx,
    partnershipId: Id,
    { id, period, by, at, sections }: { id: Id; period: Period; by: Id; at: Date; sections: number },
  ): Promise<void> {
    await tx.rows(AuditBundleRow).insert({
      ...{ partnershipId, id, fromDay: period.from, untilDay: period.until },
      ...{ requestedBy: by, requestedAt: at, state: 'waiting', attempt: 0, sectionsDone: 0, sections },
    });
  }

  /** How many are not made yet. Asked under a lock, so that two requests cannot both be the last one. */
  async countWaiting(tx: Tx, partnershipId: Id): Promise<number> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 20261129))', [partnershipId]);
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from audit_bundle where partnership_id = $1 and state in ('waiting', 'working')`,
      [partnershipId],
    );
    return row!.count;
  }

  /**
   * Takes the bundle that has waited longest, or one whose worker has said nothing since a moment; null where there is
   * none. Of two workers at once one gets it; what an earlier attempt left is cleared away.
   */
  async claim(tx: Tx, partnershipId: Id, at: Date, silentSince: Date): Promise<ClaimedBundle | null> {
    const waiting = await tx.query<{ id: Id }>(
      `select id from audit_bundle
        where partnership_id = $1 and (state = 'waiting' or (state = 'working' and heartbeat_at < $2))
        order by requested_at, id limit 1 for update skip locked`,
      [partnershipId, silentSince],
    );
    if (!waiting[0]) return null;
    const rows = tx.rows(AuditBundleRow);
    const key = { partnershipId, id: waiting[0].id };
    await rows.update(key, {
      ...{ state: 'working', attempt: () => 'attempt + 1', heartbeatAt: at, sectionsDone: 0 },
    });
    await tx.rows(AuditBundlePartRow).delete({ partnershipId, bundleId: key.id });
    const { id, attempt, fromDay, untilDay, requestedBy } = await rows.findOneByOrFail(key);
    const period = { from: fromDay as CalendarDate, until: untilDay as CalendarDate };
    return { id, attempt, period, requestedBy };
  }

  /**
   * Says that a worker is alive, or what has become of its bundle.
   *
   * @returns false when it is not its bundle any more: another worker has taken it up
   */
  async advance(
    tx: Tx,
    partnershipId: Id,
    { id, attempt }: ClaimedBundle,
    change: Partial<
      Pick<AuditBundleRow, 'state' | 'heartbeatAt' | 'sectionsDone' | 'endedAt' | 'failure'> & MadeColumns
    >,
  ): Promise<boolean> {
    const mine = { partnershipId, id, attempt, state: 'working' };
    const { affected } = await tx.rows(AuditBundleRow).update(mine, change);
    return affected === 1;
  }

  async addPart(
    tx: Tx,
    partnershipId: Id,
    { id, attempt }: ClaimedBundle,
    number: number,
    content: Buffer,
  ): Promise<void> {
    await tx.rows(AuditBundlePartRow).insert({ partnershipId, bundleId: id, attempt, number, content });
  }

  /** A part by its number, from 1 on; null after the last. */
  async part(
    tx: Tx,
    partnershipId: Id,
    { id, attempt }: Pick<StoredBundle, 'id' | 'attempt'>,
    number: number,
  ): Promise<Buffer | null> {
    const key = { partnershipId, bundleId: id, attempt, number };
    return (await tx.rows(AuditBundlePartRow).findOneBy(key))?.content ?? null;
  }

  /** Removes the files of bundles that ended before a moment; that they were made stays. */
  async removeFiles(tx: Tx, partnershipId: Id, endedBefore: Date): Promise<void> {
    await tx.query(
      `delete from audit_bundle_part p using audit_bundle b
        where b.partnership_id = $1 and b.ended_at < $2 and p.partnership_id = b.partnership_id and p.bundle_id = b.id`,
      [partnershipId, endedBefore],
    );
  }

  /** The newest bundles, newest first, or the one of an id. */
  async newest(
    tx: Tx,
    partnershipId: Id,
    { limit, id = null }: { limit: number; id?: Id | null },
  ): Promise<StoredBundle[]> {
    const rows = await tx.query<StoredRow>(
      `select b.id, b.from_day::text as "from", b.until_day::text as "until", p.name as "requestedBy",
              b.requested_at as "requestedAt", b.state, b.attempt, b.sections_done as "sectionsDone", b.sections,
              b.ended_at as "endedAt", b.failure, b.last_event as "lastEvent", b.checkpoint_seq as "checkpointSeq",
              b.key_id as "keyId", b.size, b.sha256
         from audit_bundle b
         join person p on p.id = b.requested_by
        where b.partnership_id = $1 and ($2::uuid is null or b.id = $2)
        order by b.requested_at desc, b.id desc limit $3`,
      [partnershipId, id, limit],
    );
    return rows.map(({ from, until, lastEvent, checkpointSeq, keyId, size, sha256, ...row }) => ({
      ...row,
      period: { from, until },
      made:
        lastEvent !== null && size !== null && sha256 !== null
          ? { lastEvent, checkpointSeq, keyId, size: Number(size), sha256 }
          : null,
    }));
  }
}

type MadeColumns = Pick<AuditBundleRow, 'lastEvent' | 'checkpointSeq' | 'keyId' | 'size' | 'sha256'>;

type StoredRow = Omit<StoredBundle, 'period' | 'made'> & Period & MadeColumns;
