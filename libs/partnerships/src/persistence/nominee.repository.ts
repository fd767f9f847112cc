import { type CalendarDate, type Id, isId, newId, notFound } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Nominee } from '../domain/nominee.js';
import { NomineeRow } from './nominee.row.js';

/** Whom each authority nominated, in succession: from a day until the next one. */
@Injectable()
export class NomineeRepository {
  /** The newest nomination of an authority; whoever wants to make another waits for the end of the transaction. */
  async holdNewest(tx: Tx, partnershipId: Id, authorityId: Id): Promise<Id | null> {
    await tx.query('call hold_nominees($1)', [partnershipId]);
    const [newest] = await tx.rows(NomineeRow).find({
      where: { partnershipId, authorityId, supersededAt: IsNull() },
      order: { fromOn: 'DESC' },
      take: 1,
    });
    return newest?.id ?? null;
  }

  /** One that stands takes the place of another from the same day. */
  async name(
    tx: Tx,
    partnershipId: Id,
    given: { authorityId: Id; nominee: Nominee | null; fromOn: CalendarDate },
    { by, at }: { readonly by: Id; readonly at: Date },
  ): Promise<Id> {
    const { authorityId, nominee, fromOn } = given;
    const rows = tx.rows(NomineeRow);
    await rows.update({ partnershipId, authorityId, fromOn, supersededAt: IsNull() }, { supersededAt: at });
    const id = newId();
    await rows.insert({
      ...{ partnershipId, id, authorityId, fromOn },
      ...{ name: nominee?.name ?? null, post: nominee?.post ?? null },
      ...{ recordedBy: by, recordedAt: at },
    });
    return id;
  }

  /** Takes one back that stands. Throws `not-found` where none of that id does. */
  async withdraw(
    tx: Tx,
    partnershipId: Id,
    id: Id,
    at: Date,
  ): Promise<{ authorityId: Id; name: string | null; fromOn: string }> {
    const rows = tx.rows(NomineeRow);
    const standing = { partnershipId, id, supersededAt: IsNull() };
    const nominee = isId(id) ? await rows.findOneBy(standing) : null;
    const ended = nominee && (await rows.update(standing, { supersededAt: at }));
    if (!nominee || ended?.affected !== 1) throw notFound('nomination');
    return nominee;
  }
}
