import { type Actor, type CalendarDate, type Id, notFound } from '@lib/kernel';
import { type Tx, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type Authority, membersOn, type Partnership } from './domain/partnership.js';
import { PartnershipRepository } from './persistence/partnership.repository.js';

/** Finds partnerships and their responsible authorities. */
@Injectable()
export class PartnershipDirectory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partnerships: PartnershipRepository,
  ) {}

  /** The partnership of an address; null when there is none. The directory is public knowledge. */
  bySlug(slug: string): Promise<Partnership | null> {
    return this.work.runOutsidePartnerships(null, (tx) => this.partnerships.bySlug(tx, slug));
  }

  /** Every partnership there is, by name: for work that is done for all of them. */
  all(): Promise<Partnership[]> {
    return this.work.runOutsidePartnerships(null, (tx) => this.partnerships.all(tx));
  }

  byIds(ids: readonly Id[]): Promise<Partnership[]> {
    return this.work.runOutsidePartnerships(null, (tx) => this.partnerships.byIds(tx, ids));
  }

  /** Every responsible authority there is or was, by name. */
  authorities(tx: Tx, partnershipId: Id): Promise<Authority[]> {
    return this.partnerships.authorities(tx, partnershipId);
  }

  /** The responsible authorities there were on a day, by name. */
  async membersOn(tx: Tx, partnershipId: Id, date: CalendarDate): Promise<Authority[]> {
    return membersOn(await this.partnerships.authorities(tx, partnershipId), date);
  }

  async authority(tx: Tx, partnershipId: Id, id: Id): Promise<Authority> {
    const authority = await this.partnerships.authority(tx, partnershipId, id);
    if (!authority) throw notFound('authority');
    return authority;
  }

  /** The id of the authority with exactly this name. */
  authorityNamed(actor: Actor, partnershipId: Id, name: string): Promise<Id> {
    return this.work.read(actor, partnershipId, async (tx) => {
      const authority = (await this.partnerships.authorities(tx, partnershipId)).find(
        (one) => one.name === name,
      );
      if (!authority) throw notFound('authority');
      return authority.id;
    });
  }
}
