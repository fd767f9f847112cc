import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import {
  type Actor,
  type CalendarDate,
  Clock,
  DomainError,
  type FinancialQuarter,
  type Id,
  notFound,
} from '@lib/kernel';
import { PartnershipDirectory } from '@lib/partnerships';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { PeriodRepository } from '../persistence/period.repository.js';

export interface ReopenCommand {
  readonly partnershipId: Id;
  readonly quarter: FinancialQuarter;
  readonly authorityId: Id;
  readonly reason: string;
  /** The last day on which figures can be entered. */
  readonly expiresOn: CalendarDate;
}

/** Opens a closed window again for one authority, until a day, with a reason that the board sees. */
@Injectable()
export class ReopenForAuthority {
  constructor(
    private readonly work: UnitOfWork,
    private readonly periods: PeriodRepository,
    private readonly directory: PartnershipDirectory,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: ReopenCommand, once?: Once): Promise<void> {
    const { partnershipId, quarter, authorityId, reason, expiresOn } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'returns.open-quarter', { partnershipId });
        const period = await this.periods.find(tx, partnershipId, quarter, 'for-change');
        const members = await this.directory.membersOn(tx, partnershipId, quarter.firstDay);
        const authority = members.find(({ id }) => id === authorityId);
        if (!period?.openedAt || !authority) throw notFound('quarter of that authority');
        if (reason.trim() === '')
          throw new DomainError('invalid', 'returns.reason', 'Say why the quarter is reopened.');
        if (expiresOn < this.clock.today())
          throw new DomainError('invalid', 'returns.expiry', 'A reopening ends today or later.');
        await this.periods.reopen(
          tx,
          partnershipId,
          quarter,
          { authorityId, reason: reason.trim(), expiresOn },
          { by: actor.personId, at: this.clock.now() },
        );
        await this.trail.record(tx, actor, partnershipId, {
          type: 'QuarterReopened',
          subjectId: authorityId,
          data: { quarter: quarter.name, authority: authority.name, reason: reason.trim(), expiresOn },
        });
      },
      once,
    );
  }
}
