import { may } from '@lib/access';
import type { Actor, Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { ownerOf, sha256Of } from '../domain/calendar-token.js';
import { CalendarAddressRepository } from '../persistence/calendar-address.repository.js';
import { LoadActor } from './load-actor.js';

/** Finds the addresses under which calendar programs ask. */
@Injectable()
export class FindCalendarAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: CalendarAddressRepository,
    private readonly loadActor: LoadActor,
  ) {}

  /** When a person made the one that they have in a partnership; null for none. */
  async madeAt(actor: Actor, partnershipId: Id): Promise<Date | null> {
    const address = await this.work.read(actor, partnershipId, (tx) =>
      this.addresses.of(tx, partnershipId, actor.personId),
    );
    return address?.madeAt ?? null;
  }

  /**
   * Whose calendar a secret leads to, and of which partnership, with the rights that they have now. Null where it leads
   * nowhere, for whichever reason: never made, withdrawn, its owner suspended or without a role there.
   */
  async execute(token: string): Promise<{ actor: Actor; partnershipId: Id } | null> {
    const personId = ownerOf(token);
    const actor = personId && (await this.loadActor.execute(personId));
    if (!actor) return null;
    const address = await this.work.runOutsidePartnerships(personId, (tx) =>
      this.addresses.bySecret(tx, personId, sha256Of(token)),
    );
    if (!address || !may(actor, 'duties.view', { partnershipId: address.partnershipId })) return null;
    return { actor, partnershipId: address.partnershipId };
  }
}
