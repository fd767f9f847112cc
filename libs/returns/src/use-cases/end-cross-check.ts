import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { MeasureNames } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import { CrossCheckRepository } from '../persistence/cross-check.repository.js';

/** Ends a rule between two measures; what it found before stays with the figures. */
@Injectable()
export class EndCrossCheck {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: CrossCheckRepository,
    private readonly names: MeasureNames,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: { partnershipId: Id; checkId: Id; reason: string }): Promise<void> {
    const { partnershipId, checkId } = command;
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const reason = command.reason.trim();
      if (reason === '') throw new DomainError('invalid', 'returns.reason', 'Say why the check ends.');
      const check = (await this.checks.standing(tx, partnershipId)).find(({ id }) => id === checkId);
      if (!check) throw notFound('check');
      await this.checks.end(tx, partnershipId, checkId, this.clock.now());
      await this.trail.record(tx, actor, partnershipId, {
        type: 'CrossCheckEnded',
        subjectId: check.partMeasureId,
        data: {
          part: (await this.names.of(tx, partnershipId, check.partMeasureId)) ?? 'a measure',
          whole: (await this.names.of(tx, partnershipId, check.wholeMeasureId)) ?? 'another',
          reason,
        },
      });
    });
  }
}
