import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { DutyRecordRepository } from '../persistence/duty-record.repository.js';

export interface WithdrawHappeningCommand {
  readonly partnershipId: Id;
  readonly happeningId: Id;
  readonly reason: string;
}

/** Takes back what was written down by mistake; it is kept, and the trail says who took it back and why. */
@Injectable()
export class WithdrawHappening {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: DutyRecordRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, happeningId, reason }: WithdrawHappeningCommand): Promise<void> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'duties.record', { partnershipId });
      const happening = await this.records.happening(tx, partnershipId, happeningId);
      if (!happening) throw notFound('happening');
      await this.records.withdrawHappening(tx, partnershipId, happeningId, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: 'DutyHappeningWithdrawn',
        subjectId: happeningId,
        data: { words: happening.words, reason },
      });
    });
  }
}
