import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, DomainError, type Id, newId, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { MeasureNames } from '@lib/plans';
import { Injectable } from '@nestjs/common';
import type { CrossCheck } from '../domain/cross-check.js';
import { CrossCheckRepository } from '../persistence/cross-check.repository.js';

/** Sets a rule between two measures: from now on a return is checked by it before it is sent. */
@Injectable()
export class SetCrossCheck {
  constructor(
    private readonly work: UnitOfWork,
    private readonly checks: CrossCheckRepository,
    private readonly names: MeasureNames,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: Omit<CrossCheck, 'id'> & { partnershipId: Id }, once?: Once): Promise<void> {
    const { partnershipId, partMeasureId, wholeMeasureId, severity, whenMissing } = command;
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const reason = command.reason.trim();
        if (reason === '') throw new DomainError('invalid', 'returns.reason', 'Say why the check is right.');
        if (partMeasureId === wholeMeasureId)
          throw new DomainError('invalid', 'returns.check-of-itself', 'Select two different measures.');
        const part = await this.names.of(tx, partnershipId, partMeasureId);
        const whole = await this.names.of(tx, partnershipId, wholeMeasureId);
        if (!part || !whole) throw notFound('measure');
        const before = await this.checks.between(tx, partnershipId, partMeasureId, wholeMeasureId);
        if (before) await this.checks.end(tx, partnershipId, before.id, this.clock.now());
        const check = { id: newId(), partMeasureId, wholeMeasureId, severity, whenMissing, reason };
        await this.checks.add(tx, partnershipId, check, actor.personId, this.clock.now());
        await this.trail.record(tx, actor, partnershipId, {
          type: 'CrossCheckSet',
          subjectId: partMeasureId,
          data: { part, whole, severity, whenMissing, reason },
        });
      },
      once,
    );
  }
}
