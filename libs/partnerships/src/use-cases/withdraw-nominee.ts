import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { NomineeRepository } from '../persistence/nominee.repository.js';
import { PartnershipRepository } from '../persistence/partnership.repository.js';

export interface WithdrawNomineeCommand {
  readonly partnershipId: Id;
  readonly nomineeId: Id;
  readonly reason: string;
}

/** Takes back a nomination that was recorded by mistake: who was nominated before goes on. */
@Injectable()
export class WithdrawNominee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partnerships: PartnershipRepository,
    private readonly nominees: NomineeRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, nomineeId, reason }: WithdrawNomineeCommand): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.record', { partnershipId });
      const nominee = await this.nominees.withdraw(tx, partnershipId, nomineeId, this.clock.now());
      const authority = await this.partnerships.authority(tx, partnershipId, nominee.authorityId);
      await this.trail.record(tx, actor, partnershipId, {
        type: 'NomineeWithdrawn',
        subjectId: nominee.authorityId,
        data: { authority: authority!.name, name: nominee.name, from: nominee.fromOn, reason },
      });
    });
  }
}
