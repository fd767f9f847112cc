import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId, notFound } from '@lib/kernel';
import { type Once, UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { requireBreakdown } from '../domain/breakdown.js';
import { BreakdownRepository } from '../persistence/breakdown.repository.js';
import { MeasureRepository } from '../persistence/measure.repository.js';

export interface BreakMeasureDownCommand {
  readonly partnershipId: Id;
  readonly measureId: Id;
  /** What it is broken down by, such as "Ethnicity". */
  readonly by: string;
  readonly categoryIds: readonly Id[];
}

/** Says which measures break another one down. A breakdown under the same heading gives way to it and is kept. */
@Injectable()
export class BreakMeasureDown {
  constructor(
    private readonly work: UnitOfWork,
    private readonly measures: MeasureRepository,
    private readonly breakdowns: BreakdownRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, command: BreakMeasureDownCommand, once?: Once): Promise<void> {
    const { partnershipId, measureId } = command;
    const categoryIds = [...new Set(command.categoryIds)];
    const by = command.by.trim();
    return this.work.run(
      actor,
      partnershipId,
      async (tx) => {
        authorise(actor, 'plans.edit', { partnershipId });
        const inForce = await this.measures.inForceOn(tx, partnershipId, this.clock.today());
        const whole = inForce.find(({ id }) => id === measureId);
        if (!whole) throw notFound('measure');
        requireBreakdown({ by, categoryIds }, whole, inForce);
        const recorded = { by: actor.personId, at: this.clock.now() };
        await this.breakdowns.add(tx, partnershipId, { id: newId(), measureId, by, categoryIds }, recorded);
        await this.trail.record(tx, actor, partnershipId, {
          type: 'MeasureBrokenDown',
          subjectId: measureId,
          data: {
            ...{ measure: whole.definition.name, by },
            categories: inForce
              .filter(({ id }) => categoryIds.includes(id))
              .map(({ definition }) => definition.name),
          },
        });
      },
      once,
    );
  }
}
