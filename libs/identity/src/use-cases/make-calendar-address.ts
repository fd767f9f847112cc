import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { newCalendarToken, sha256Of } from '../domain/calendar-token.js';
import { CalendarAddressRepository } from '../persistence/calendar-address.repository.js';

/**
 * Makes the secret of a person's address for the calendar of a partnership's duties, in place of the one before.
 * What it returns is nowhere kept: whoever loses it makes another.
 */
@Injectable()
export class MakeCalendarAddress {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: CalendarAddressRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, partnershipId: Id): Promise<string> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.view', { partnershipId });
      const { personId } = actor;
      const madeAt = this.clock.now();
      const before = await this.addresses.of(tx, partnershipId, personId);
      if (before) await this.addresses.end(tx, before, madeAt);
      const token = newCalendarToken(personId);
      const tokenSha256 = sha256Of(token);
      const subjectId = await this.addresses.add(tx, { partnershipId, personId, tokenSha256, madeAt });
      await this.trail.record(tx, actor, partnershipId, {
        type: 'CalendarAddressMade',
        subjectId,
        data: { instead: before ? 'yes' : 'no' },
      });
      return token;
    });
  }
}
