import { authorise } from '@lib/access';
import { AuditTrail } from '@lib/audit-trail';
import { type Actor, Clock, type Id, newId, notFound } from '@lib/kernel';
import { UnitOfWork } from '@lib/persistence';
import { Injectable } from '@nestjs/common';
import { type Target, withPassMark } from '../domain/target.js';
import { MeasureRepository } from '../persistence/measure.repository.js';

export type SetTargetCommand = { readonly partnershipId: Id } & Omit<
  Target,
  'id' | 'definitionId' | 'passMark'
>;

/** Sets a target on the definition in force when it starts to apply, and pins its baseline and pass mark. */
@Injectable()
export class SetTarget {
  constructor(
    private readonly work: UnitOfWork,
    private readonly measures: MeasureRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { partnershipId, ...wanted }: SetTargetCommand): Promise<Id> {
    return this.work.run(actor, partnershipId, async (tx) => {
      authorise(actor, 'plans.edit', { partnershipId });
      const inForce = await this.measures.inForceOn(tx, partnershipId, wanted.applies.from);
      const measure = inForce.find(({ id }) => id === wanted.measureId);
      if (!measure) throw notFound('measure');
      const target = withPassMark({ ...wanted, id: newId(), definitionId: measure.definition.id });
      await this.measures.addTarget(tx, partnershipId, target, { at: this.clock.now(), by: actor.personId });
      await this.trail.record(tx, actor, partnershipId, {
        type: 'TargetSet',
        subjectId: target.measureId,
        data: {
          measure: measure.definition.name,
          wording: target.wording,
          baseline: target.baseline?.value.toString() ?? null,
          passMark: target.passMark?.toString() ?? null,
        },
      });
      return target.id;
    });
  }
}
