import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { CalendarAddressRepository } from '../persistence/calendar-address.repository.js';

/** Ends a person's own address for a calendar, if there is one: from then on it leads nowhere. */
@Injectable()
export class WithdrawCalendarAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: CalendarAddressRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, partnershipId: Id): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.view', { partnershipId });
      const address = await this.addresses.of(tx, partnershipId, actor.personId);
      if (!address) return;
      await this.addresses.end(tx, address, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: 'CalendarAddressWithdrawn',
        subjectId: address.id,
        data: {},
      });
    });
  }
}
