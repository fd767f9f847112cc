import { type Id, newId } from '@lib/kernel';
import type { Tx } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CalendarAddressRow } from './calendar-address.row.js';

export interface CalendarAddress {
  readonly id: Id;
  readonly partnershipId: Id;
  readonly madeAt: Date;
}

@Injectable()
export class CalendarAddressRepository {
  /** The address that a person has in a partnership; null for none. */
  of(tx: Tx, partnershipId: Id, personId: Id): Promise<CalendarAddress | null> {
    return tx.rows(CalendarAddressRow).findOneBy({ partnershipId, personId, supersededAt: IsNull() });
  }

  /** The one that a secret leads to, among all that its owner has. */
  bySecret(tx: Tx, personId: Id, tokenSha256: string): Promise<CalendarAddress | null> {
    return tx.rows(CalendarAddressRow).findOneBy({ personId, tokenSha256, supersededAt: IsNull() });
  }

  async add(
    tx: Tx,
    address: { partnershipId: Id; personId: Id; tokenSha256: string; madeAt: Date },
  ): Promise<Id> {
    const id = newId();
    await tx.rows(CalendarAddressRow).insert({ id, ...address });
    return id;
  }

  async end(tx: Tx, { partnershipId, id }: CalendarAddress, at: Date): Promise<void> {
    await tx.rows(CalendarAddressRow).update({ partnershipId, id }, { supersededAt: at });
  }
}
